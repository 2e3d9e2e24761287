"""Services: one module for each document or duty.

A command is a frozen dataclass with a function that checks, appends one fact
and applies it. Imports queries and what lies below; never books.
"""
