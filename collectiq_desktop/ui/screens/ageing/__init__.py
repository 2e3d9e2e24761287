"""Ageing: what is open, by how late or how old it is."""
