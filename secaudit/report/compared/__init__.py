"""Two campaigns beside each other, as a Word document."""
