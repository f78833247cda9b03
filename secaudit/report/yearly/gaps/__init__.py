"""Sections 13 to 15: gaps by priority, the action plan, what is accepted."""
