"""The sheet of a system: its facts, gaps, actions, and every answer in full."""
