"""Interchange: other programs' files in and out, as rows and complaints.

Imports core and paths; writes no SQL and knows no other room beside it.
"""
