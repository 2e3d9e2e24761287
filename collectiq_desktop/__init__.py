"""CollectIQ: a receivables ledger that keeps working when the line is down."""

from __future__ import annotations

__version__ = "0.1.0"
