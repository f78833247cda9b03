"""Sections 2, 3 and 11: decisions and actions of last year, changes, incidents and audits."""
