"""Tables: columns, models over records and pages, and the one view that shows them.

May import core, `ui.work`, `ui.theme` and Qt; knows no screen.
"""
