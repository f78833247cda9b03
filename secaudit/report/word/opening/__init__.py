"""A Word file taken apart: its package, its tags, what Word split put together."""
