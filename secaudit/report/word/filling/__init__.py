"""What Jinja cannot fill in a Word file: charts, contents, properties."""
