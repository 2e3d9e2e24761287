"""Wire: facts and the bytes they are for ever.

Imports domain and the codec libraries only; never storage, never SQL.
"""
