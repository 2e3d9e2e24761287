"""Storage: the only room that writes to the books.

Imports domain and SQLAlchemy; never wire, queries or services. Only
`database` and `search` know which engine lies below.
"""
