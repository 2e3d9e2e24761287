"""How books to try things on are called, so that everybody knows them by their file."""

from __future__ import annotations

DEMO_NAME = "Demo firm"
DEMO_PASSWORD = "navsari 396445"  # noqa: S105 -- no secret: the help page tells it
"""With what everybody of the demo firm signs in."""
