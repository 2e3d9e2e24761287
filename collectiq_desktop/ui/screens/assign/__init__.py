"""Assignment: which agent has which party, one by one or many at once."""
