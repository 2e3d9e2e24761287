"""Errands: what leaves the machine, promised with a command and done after it.

The states of an errand and when the next try is due. Nothing here carries an
errand out, reads a clock or knows a printer; its outcome is a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.saying import Sentence, say

ErrandId = NewType("ErrandId", bytes)

TRIES_AT_MOST = 12
LEASE_MS = 120_000
_FIRST_WAIT_MS = 15_000
_LONGEST_WAIT_MS = 900_000
_MOST_COPIES = 9


class ErrandKind(StrEnum):
    """What is to be done outside."""

    PRINT = "print"


class ErrandState(StrEnum):
    """Where an errand stands: `failed` will be tried again, `given_up` will not."""

    DUE = "due"
    LEASED = "leased"
    DONE = "done"
    FAILED = "failed"
    GIVEN_UP = "given_up"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be tried."""
        return self in {ErrandState.DONE, ErrandState.GIVEN_UP}


class Document(StrEnum):
    """The documents that can be printed."""

    RECEIPT = "receipt"
    INVOICE = "invoice"
    STATEMENT = "statement"
    RUN_SHEET = "run_sheet"

    @property
    def called(self) -> Sentence:
        """The document as a sentence names it."""
        return _CALLED[self]


_CALLED = {
    Document.RECEIPT: say("receipt"),
    Document.INVOICE: say("invoice"),
    Document.STATEMENT: say("statement"),
    Document.RUN_SHEET: say("run sheet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What is to be printed, and where.

    Kept as bytes while the errand waits, also over an update of the program:
    a field may be added with a default, none renamed.

    Args:
        subject_id: the voucher; of a statement, the party; of a run sheet, its fact.
        printer: the name of a printer of this machine; empty for the one that
            is set up for the document.
        paper: `A4`, `A5`, `80mm`, `58mm`; empty for the printer's own.
        language: of the paper; empty for the party's.
        copies: the titles of the copies of an invoice.
        form: `ledger` or `outstanding`, of a statement.
        from_on, to_on: the period of a statement, ISO dates; empty for its own.
        user: who asked, as it is printed.
        is_duplicate: an earlier print of it may be out already.
    """

    document: Document
    subject_id: VoucherId | PartyId | FactId
    printer: str = ""
    paper: str = ""
    language: str = ""
    copies: tuple[str, ...] = ()
    form: str = "ledger"
    from_on: str = ""
    to_on: str = ""
    user: str = ""
    is_duplicate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandPromise:
    """An errand asked for; whoever asks mints the id, so a retry is harmless.

    Args:
        due_at: not before this instant, UTC milliseconds; at once by default.
    """

    errand_id: ErrandId
    order: PrintOrder
    due_at: int | None = None

    @property
    def kind(self) -> ErrandKind:
        """The kind that the order makes it."""
        return ErrandKind.PRINT

    @property
    def subject_id(self) -> bytes:
        """The voucher or party that it is about."""
        return self.order.subject_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """An errand taken to be carried out, until the lease ends.

    Args:
        try_number: 1 at the first try.
        is_uncertain: an earlier try ended nobody knows how.
        prints_count: how often the document was printed, as far as is known.
        leased_until_at: after this instant (UTC milliseconds) it is due again.
    """

    errand_id: ErrandId
    order: PrintOrder
    try_number: int
    is_uncertain: bool
    prints_count: int
    leased_until_at: int

    @property
    def copy_number(self) -> int:
        """Which print of the document this one is."""
        return self.prints_count + 1

    @property
    def is_duplicate(self) -> bool:
        """Whether the paper must say so: an earlier one is, or may be, out."""
        return self.prints_count > 0 or self.is_uncertain or self.order.is_duplicate


def check_order(order: PrintOrder) -> None:
    """Refuse an order that no printer could follow.

    Raises:
        BadInput: more copies than a person means.
    """
    if len(order.copies) > _MOST_COPIES:
        message = say("At most {most} copies are printed at once.", most=_MOST_COPIES)
        raise BadInput(message, field="copies")


def next_try_at(now_at: int, tries_count: int) -> int | None:
    """When to try again after so many tries; None when it is time to give up.

    The wait doubles from fifteen seconds to a quarter of an hour, so that a
    printer that is switched on again soon prints soon.

    Dates: instants in UTC milliseconds.
    """
    if tries_count >= TRIES_AT_MOST:
        return None
    return now_at + min(_FIRST_WAIT_MS << (tries_count - 1), _LONGEST_WAIT_MS)
