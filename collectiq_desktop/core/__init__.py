"""Core: the books and the rules of the trade, shared with the server.

Imports no toolkit, no network package and no room outside core; reads no
clock, no environment and no randomness: they are handed in.
Inside: books > services > queries > storage > wire > domain.
"""
