"""Printing: the queue that carries prints out, the preview, and pages as pictures.

Documents make the papers and gateways know the printers; here both meet, with
Qt for what needs it. Nothing here decides what stands on a paper.
"""
