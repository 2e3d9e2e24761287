"""Settings: the firm, the printers of this machine, and how this user likes it."""
