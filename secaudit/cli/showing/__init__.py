"""What a command shows: lists in every shape, and what more than one command says."""
