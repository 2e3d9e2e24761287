"""Spreadsheets and CSV through a mapping of their columns.

Gives rows and complaints; nothing in here knows of books or of other tools.
"""
