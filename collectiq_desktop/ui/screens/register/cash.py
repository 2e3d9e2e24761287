"""The cash count: what the drawer should hold, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CashTie:
    """How the cash of a period ties out.

    Args:
        counted_paise: what somebody counted; None while nobody did.

    Money: opening + received + other = books, as the cash account says.
    """

    opening_paise: int
    received_paise: int
    books_paise: int
    counted_paise: int | None = None

    @property
    def other_paise(self) -> int:
        """What went in and out beside the receipts: deposits, payments, refunds."""
        return self.books_paise - self.opening_paise - self.received_paise

    @property
    def difference_paise(self) -> int | None:
        """Counted less books: more than nothing is too much; None while uncounted."""
        return None if self.counted_paise is None else self.counted_paise - self.books_paise
