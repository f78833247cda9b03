"""What a user says to a command: its options and arguments, and in which language they are told."""
