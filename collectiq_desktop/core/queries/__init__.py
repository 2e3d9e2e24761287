"""Queries: SQL in, frozen rows out; nothing here writes.

Imports storage (for its tables) and domain. A number that a screen, a sheet
or a paper shows is made here or in domain, never in the place that shows it.
"""
