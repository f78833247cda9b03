"""What every document says in the same words: names, states, amounts, law, actions."""
