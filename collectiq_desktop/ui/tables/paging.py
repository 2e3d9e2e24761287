"""How a page is asked for; plain Python, so that presenters may say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from collectiq_desktop.core.queries.asking import Ask

AskPage: TypeAlias = Callable[[Any, int], Ask[Any]]
"""Gives the ask for the page after a key (None: the first), of at most so many rows."""
