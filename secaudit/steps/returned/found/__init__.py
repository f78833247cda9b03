"""Files that came back, found in their folders, known by what they are, and taken apart."""
