"""What owners corrected in their forms, and how it gets into the inventory's files."""
