"""Documents: a frozen record in, a PDF or a sheet out.

Imports core (records, money, dates) and paths; asks no query itself and
knows no other room beside it.
"""
