"""Run sheets: which there are, how far each has come, and issuing one more."""
