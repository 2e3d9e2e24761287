"""A believable firm to try things on, made by chance from a seed.

May import core and paths; knows none of its neighbours. It writes through the
books' own commands and hands them a clock that it moves itself.
"""
