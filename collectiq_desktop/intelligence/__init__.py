"""Intelligence: who will pay late, how often, and whom to remind.

Imports core and paths; knows no other room beside it, and no window.
"""
