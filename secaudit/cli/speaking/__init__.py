"""In which language help is said, and what Click says in it; quick to import."""
