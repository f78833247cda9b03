"""The extract of a person or a department: what is theirs to do something about."""
