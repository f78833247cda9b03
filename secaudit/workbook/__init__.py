"""Lists as Excel workbooks, whether to be read or to be filled in."""

from secaudit.workbook.sheet import Cell, Column, Sheet, letters

__all__ = ["Cell", "Column", "Sheet", "letters"]
