"""Model: what was learned, how right it was, and going back a version."""
