"""The year's report: what it is made of, its sections put together."""
