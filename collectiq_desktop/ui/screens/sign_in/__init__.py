"""Sign in: who works at this counter now."""
