"""Sections 4 to 10 and 12: basis, themes, systems, owners, employees, suppliers, law."""
