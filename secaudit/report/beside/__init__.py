"""The workbook beside a Word document: every gap and every action, uncut."""
