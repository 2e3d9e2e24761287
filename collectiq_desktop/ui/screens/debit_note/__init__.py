"""Debit note: charges, interest or under-billing; it opens a bill."""
