"""Write every template, in both languages: `python -m tools.templates`."""

from pathlib import Path

from tools.templates.documents import TITLES, file_name, made
from tools.templates.words import LOCALES

if __name__ == "__main__":
    folder = Path(__file__).parents[2] / "templates"
    for document in TITLES:
        for language in LOCALES:
            name = file_name(document, language)
            (folder / name).write_bytes(made(document, language))
