"""Welcome: the first firm, books opened, and what to do when they cannot be."""
