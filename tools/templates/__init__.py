"""The source of templates/*.docx: `make templates` writes them anew.

Both languages are one text (`texts`): `dansk || English`, or the same in both. A paragraph or a
column is one line, `|| English` an indented line below where it is long; ** is around bold type.

A line that is not indented begins a block: a word and what belongs to it. The words are `if`,
`for`, `table`, `short` (kept on a page), `chart`, `headline`, `contents`, those of `shared.txt`,
where NAME is what stands after the word, and those of the styles (`maker.STYLES`).

    table r in worst rest worst_rest
        10.2 Gap: +{{ r.what }} / ?{{ r.said }} / else none
        1.5,1.4> Priority: {{ r.priority }} / if target: {{ target }}
        0.7= A: {{ r.a }} & B: {{ r.b }} & C: {{ r.c }}
        * t in themes: c in r.cells / {{ c }}

A loop, which makes a row each turn, and what tells of the rest; then columns: centimetres (in
Danish, and in English), `>` for numbers, `=` for what is centred, the head, and the paragraphs
of a cell. `+` is bold; `?` stands only if its first tag says something, `else` if none of those
does; `if` is in a last row. `*` is as many columns as a loop has turns, with what its cells
loop over and hold; `+ gap` is the columns of that name, and `| a | b` a row of plain text.
"""
