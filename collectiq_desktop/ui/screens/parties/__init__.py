"""Parties: the list by name, searched while it is typed."""
