"""Sections 4 to 10 and 12: basis, status, systems, owners, employees, suppliers, law."""
