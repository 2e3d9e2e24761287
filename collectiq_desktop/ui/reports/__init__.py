"""Reports of parties as of a day: what outstanding and ageing have in common.

May import the tables and widgets; knows no screen.
"""
