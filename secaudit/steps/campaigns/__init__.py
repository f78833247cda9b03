"""A campaign is opened, changed meanwhile, extended and closed."""
