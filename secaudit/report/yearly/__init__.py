"""The year's report: what it is made of, and its sections, each a module."""
