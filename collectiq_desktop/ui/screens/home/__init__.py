"""Home: search first, and how the day goes."""
