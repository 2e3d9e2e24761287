"""Promises: what is due, late, kept or broken, and noting one more."""
