"""What of Jinja a template may use: it shows, chooses and repeats, and does not compute.

Whatever can grow without bounds (`'x' * 9999999999`) would hang the check and the report.
"""

from collections import Counter
from collections.abc import Iterator

from jinja2 import nodes

from secaudit.language import _
from secaudit.report.word.checking.places import Fault
from secaudit.report.word.filters import FILTERS
from secaudit.report.word.jinja import FUNCTIONS

METHODS = (
    *("capitalize", "lower", "lstrip", "replace", "rstrip", "strip", "title", "upper"),
    *("endswith", "split", "startswith", "get", "items", "keys", "values"),
    *("isoformat", "strftime", "cycle", "changed"),
)
_NODES = (
    *(nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.With),
    *(nodes.Template, nodes.Assign, nodes.Name, nodes.Const, nodes.Tuple),
    *(nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.Getattr),
    *(nodes.Getitem, nodes.Slice, nodes.Call, nodes.Filter, nodes.Test),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add),
    *(nodes.Sub, nodes.Div, nodes.FloorDiv, nodes.Neg, nodes.Pos),
    *(nodes.Concat, nodes.CondExpr),
)
_MOST = 150
"""What one tag is made of, each name, sign and text: Jinja takes long over more."""
_SIGNS: dict[type[nodes.Node], str] = {nodes.Mul: "*", nodes.Pow: "**", nodes.Mod: "%"}


def refused(tree: nodes.Template) -> Iterator[Fault]:
    """What a template uses and must not."""
    every = list(tree.find_all(nodes.Node))
    for line, parts in Counter(node.lineno for node in every).items():
        if parts > _MOST:
            yield Fault(line, _("{tag} holds more than a tag can"), "")
    for node in every:
        if sign := _SIGNS.get(type(node)):
            sentence = _("{tag}: a template cannot compute '{name}'")
            yield Fault(node.lineno, sentence, sign)
        elif name := _refused(node):
            sentence = _("{tag}: a template cannot use '{name}'")
            yield Fault(node.lineno, sentence, name)


def _refused(node: nodes.Node) -> str:
    """The name of what the node uses and must not; empty if it may."""
    if isinstance(node, nodes.Filter):
        return "" if node.name in FILTERS else node.name
    if isinstance(node, nodes.For):
        return "recursive" if node.recursive else ""
    if isinstance(node, nodes.Call):
        return _called(node.node)
    if isinstance(node, nodes.Getattr):
        return node.attr if node.attr.startswith("_") else ""
    return "" if isinstance(node, _NODES) else type(node).__name__.lower()


def _called(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return "" if node.name in FUNCTIONS else node.name
    if isinstance(node, nodes.Getattr):
        return "" if node.attr in METHODS else node.attr
    return "()"
