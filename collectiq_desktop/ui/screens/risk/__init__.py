"""Risk: every party with its score, category and trend, by risk or by name."""
