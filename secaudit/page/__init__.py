"""Pages of HTML, one file each: what they share, and the tables of one for the intranet."""

from secaudit.page.html import html_template, policy, script_of, style_of
from secaudit.page.tables import Page, PageCell, Table, render
