"""Domain: pure functions and frozen dataclasses of the trade.

Imports the standard library only. No SQL, no files, no JSON of the wire.
"""
