"""What the officer says of actions and answers, and the rules for it, wherever it is said."""
