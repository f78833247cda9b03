"""Workbooks beside the report: every gap and action, and the fate of each gap."""
