"""A mail: its texts, how it looks, to whom it goes, and how it gets there."""

PASSWORD = "SECAUDIT_SMTP_PASSWORD"  # noqa: S105 (the name of the variable that holds it)
