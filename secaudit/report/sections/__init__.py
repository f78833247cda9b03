"""The sections of the report: what each of them says, in the active language. Pure."""
