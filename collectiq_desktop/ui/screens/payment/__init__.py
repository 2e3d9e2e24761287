"""Payment: money paid back to a party."""
