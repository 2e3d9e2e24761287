"""Ui: the windows; the only room with Qt.

Imports every room below it, but no SQL; only `app` imports it. Presenters are
plain Python, and no screen knows another.
"""
