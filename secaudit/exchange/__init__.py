"""Actions and reviews as a workbook, and back; whole days as a calendar."""
