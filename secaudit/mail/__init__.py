"""A mail: its texts, how it looks, to whom it goes, and how it gets there."""
