"""What the page for the employees says around its buttons and fields."""

from secaudit.language import later

TEXTS = {
    "skip": later("Skip to the content"),
    "noscript": later(
        "The page needs JavaScript to make your text. Open it in Edge, Chrome or Firefox."
    ),
    "choose": later("Choose"),
    "end": later("Hand in your answers"),
    "make": later("Make my text"),
    "made": later("Your text"),
    "nothing": later("You have not answered anything yet."),
    "begin": later("Go to the first question"),
    "left_one": later("{n} question is not answered. You may skip it:"),
    "left_many": later("{n} questions are not answered. You may skip them:"),
    "label": later("Your department and your answers, nothing else:"),
    "copy_it": later("Copy"),
    "copied": later("Copied."),
    "by_hand": later("The text is selected. Press Ctrl+C to copy it."),
    "follows": later(
        "If you change an answer, the text changes with it: copy it anew."
    ),
    "shared": later(
        "Do others use this computer? Then clear the answers when you are done."
    ),
    "clear_all": later("Clear the answers"),
}
