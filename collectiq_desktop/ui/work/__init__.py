"""Work: the lanes on which books are read and written; the only room with threads.

May import core and Qt. No widget and no word for people belongs here.
"""
