"""Whether a Word template can be used, told before it is."""
