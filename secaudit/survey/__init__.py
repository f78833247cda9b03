"""What the employees are asked: one page without names, and what comes back of it counted."""
