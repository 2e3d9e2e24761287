"""Forecast: what will come in within 7, 15 and 30 days, and from which bills."""
