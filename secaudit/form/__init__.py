"""The owner's page: the forms of one person as one file for a browser."""

from secaudit.form.contents import Contents, contents
from secaudit.form.rendering import render
