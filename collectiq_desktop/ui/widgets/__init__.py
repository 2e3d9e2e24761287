"""Widgets: the inputs and the quiet pieces that screens are put together from.

May import core, `ui.work`, `ui.tables`, `ui.theme` and `ui.text`; knows no screen.
"""
