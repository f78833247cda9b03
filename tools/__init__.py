"""What makes a release; nothing here is installed with secaudit."""
