"""Section 1, page 1: the headline, the verdict, the worst gaps, what is recommended."""
