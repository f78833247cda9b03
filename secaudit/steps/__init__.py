"""The steps of the year, one file each. A command is one call of one step."""
