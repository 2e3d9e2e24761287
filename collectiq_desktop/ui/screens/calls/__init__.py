"""Calls: whom to remind today, the most at risk of the most money first, and why."""
