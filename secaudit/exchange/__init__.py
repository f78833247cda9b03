"""Actions and reviews as a workbook, and back; actions as a calendar."""
