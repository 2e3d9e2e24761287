"""Storage: the only room that writes to the books.

Imports domain, wire and SQLAlchemy; never queries or services. It reads facts
back when another version of a voucher comes to stand, hence wire. Only
`database` and `search` know which engine lies below.
"""
