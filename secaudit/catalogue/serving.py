"""Which controls answer for a requirement of a law: those that refer to it."""

from secaudit.catalogue.model import Control


def _provisions(control: Control) -> frozenset[tuple[str, str]]:
    """The provisions that a control refers to, such as ("gdpr", "32(1)(b)")."""
    return frozenset(
        (law, provision)
        for law, named in control.references.items()
        for provision in named
    )


def serves(control: Control, requirement: Control) -> bool:
    """Whether what is asked about `control` tells how `requirement` is met.

    So it is where both refer to the same provision, or the control to a part of it
    (32(1)(b) to 32). A control without questions serves nothing.
    """
    return bool(control.questions) and any(
        law == other and (part == whole or part.startswith((f"{whole}(", f"{whole}, ")))
        for law, part in _provisions(control)
        for other, whole in _provisions(requirement)
    )
