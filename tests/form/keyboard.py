"""A reader without a mouse."""

from playwright.sync_api import Page

_ACTIVE = """() => {
  const at = document.activeElement;
  const label = at.closest("label")?.innerText ?? at.innerText ?? "";
  return [at.tagName, at.type ?? "", at.value ?? "", label.trim().split("\\n")[0]];
}"""

_DRAWN = "new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))"


class Keyboard:
    """Presses keys, and counts them; what is typed into a field is not counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, key: str) -> None:
        """Press a key once."""
        self.page.keyboard.press(key)
        self.pressed += 1

    def go_to(self, label: str, most: int = 80) -> None:
        """Press Tab until what has the focus is called `label`."""
        self._until("Tab", 3, label, most)

    def _until(self, key: str, part: int, wanted: str, most: int = 80) -> None:
        """Press a key until a part of what has the focus begins as it should."""
        for _time in range(most):
            self.press(key)
            if self.page.evaluate(_ACTIVE)[part].startswith(wanted):
                return
        raise AssertionError(f"{wanted} is not reached: {self.page.evaluate(_ACTIVE)}")

    def follow(self, label: str) -> None:
        """Go to a link or a button, and press Enter."""
        self.go_to(label)
        self.press("Enter")
        self.page.evaluate(_DRAWN)

    def choose(self, label: str) -> None:
        """Go to a group of radio buttons, and move within it to the one called `label`."""
        self._until("Tab", 1, "radio")
        self.press("Space")
        if not self.page.evaluate(_ACTIVE)[3].startswith(label):
            self._until("ArrowDown", 3, label, 6)

    def write(self, label: str, text: str) -> None:
        """Go to a field, and type a text."""
        self.go_to(label)
        self.page.keyboard.type(text)
