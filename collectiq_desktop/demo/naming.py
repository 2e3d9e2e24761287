"""How books to try things on are called, so that everybody knows them by their file."""

from __future__ import annotations

DEMO_NAME = "Demo firm"
