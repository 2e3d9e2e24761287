"""Segments: how parties pay, and what to think of them, counted and summed."""
