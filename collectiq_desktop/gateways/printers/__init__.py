"""Printers: which there are, the bytes that they understand, and the way to them.

`setup` keeps the printers of this machine; `thermal` and `dot_matrix` make
bytes; `delivery` sends them. Painting through a system's own driver needs Qt
and is done in ui. Imports core and paths.
"""
