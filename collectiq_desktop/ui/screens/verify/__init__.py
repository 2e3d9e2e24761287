"""Verify: the books proved, check by check, and made anew from their facts."""
