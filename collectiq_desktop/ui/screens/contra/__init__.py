"""Contra: money moved between cash and bank."""
