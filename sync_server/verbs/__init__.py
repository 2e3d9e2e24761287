"""What `collectiq-server` can be told: one module for each group of verbs.

Imports the server's own modules; prints nothing itself.
"""
