"""Sync: the desktop half of the exchange with the head office.

Imports core and paths; knows no other room beside it, and no window.
"""
