"""Who has answered and who has not: the status, its table and its page."""
