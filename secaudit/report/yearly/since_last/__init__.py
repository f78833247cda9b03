"""What became of last year: decisions and actions, changes, incidents, figures by year."""
