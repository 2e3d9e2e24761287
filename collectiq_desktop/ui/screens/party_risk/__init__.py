"""Risk of one party: why, when it pays, which bills come when, what if some were cleared."""
