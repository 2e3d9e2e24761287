"""Several commands that stand or fall as one, such as a sale and the cash that came with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Commands in one transaction, carried out in their order.

    Each appends a fact of its own, with its own id, and is placed and judged
    by itself. One that is refused takes the others back with it. The result is
    a tuple of theirs.
    """

    commands: tuple[object, ...]
