"""Tally's XML and JSON, as files and as its server sends them.

Gives rows and complaints; nothing in here knows of books or of other tools.
"""
