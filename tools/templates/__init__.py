"""The source of templates/*.docx: `make templates` writes them anew.

Both languages of a template are one text, with the same tags. A file for each part of the
report, and one for each of the other documents; `maker` holds what they are written with.
"""
