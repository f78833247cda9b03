"""What can be looked up at any time: gaps, what falls due, the history of a subject."""
