"""One colour of the municipality's, made readable: WCAG 2.2, success criterion 1.4.3."""

Rgb = tuple[float, float, float]
DEFAULT = "#1f5fa8"
ENOUGH = 4.5
"""The contrast that text of ordinary size needs."""


def shades(accent: str) -> dict[str, str]:
    """By name of a CSS variable: the colour as a ground and the ink on it, and as a text on
    white and on the dark page."""
    colour = _rgb(accent)
    ink = max("#ffffff", "#000000", key=lambda ink: contrast(accent, ink))
    return {
        "accent": accent,
        "on-accent": ink,
        "accent-text": _readable(colour, "#f4f6f8", (0, 0, 0)),
        "accent-text-dark": _readable(colour, "#2a313a", (255, 255, 255)),
    }


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    darker, lighter = sorted(_luminance(_rgb(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: Rgb, ground: str, towards: Rgb) -> str:
    """The colour, moved as little as needed until it can be read on the ground."""
    for step in range(101):
        mixed = tuple(
            round(c + (t - c) * step / 100)
            for c, t in zip(colour, towards, strict=True)
        )
        text = "#{:02x}{:02x}{:02x}".format(*mixed)
        if contrast(text, ground) >= ENOUGH:
            return text
    return "#{:02x}{:02x}{:02x}".format(*map(int, towards))


def _rgb(text: str) -> Rgb:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _luminance(colour: Rgb) -> float:
    """WCAG 2.2, definition of relative luminance."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
