"""Screens: one folder each, a view and its presenter.

A presenter is plain Python and imports no Qt. No screen imports another; only
`registry` knows which there are.
"""
