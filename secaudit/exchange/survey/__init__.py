"""What employees answered in a survey, read from the export of any tool, and counted."""
