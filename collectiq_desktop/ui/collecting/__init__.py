"""What the lists of collecting share: a list, sums over it, deeds under it."""
