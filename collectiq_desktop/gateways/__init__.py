"""Gateways: the outside world, one file for each service.

Imports core and paths; no gateway knows another, or a window.
"""
