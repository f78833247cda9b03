"""What comes back: found, checked against what was issued, recorded."""
