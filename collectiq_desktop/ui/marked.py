"""Marks texts that are translated later, where they are shown.

The name is the one that Qt's tools look for in the source.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text itself; `QCoreApplication.translate(context, text)` shows it."""
    return text
