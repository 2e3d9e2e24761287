"""One run sheet: its rows, the outcome of each, and closing it."""
