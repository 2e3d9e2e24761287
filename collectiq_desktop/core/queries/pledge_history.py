"""What parties pledged: promises, what came in for them, and post-dated cheques.

Made for working out who keeps a word, day by day as it was known; what a
promise is today is asked of `promises`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.promises import PaidIn, PromiseToPay
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers, day_of
from collectiq_desktop.core.queries.cheques import post_dated_rows, steps_of
from collectiq_desktop.core.queries.promises import promise_of, promise_rows, settled_of
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.database import chunks

_g, _l, _p, _v = (
    collecting_tables.cheque_voucher.c,
    tables.party_line.c,
    tables.party.c,
    tables.voucher.c,
)


class PaidKnown(NamedTuple):
    """A receipt, and when it was known.

    Dates: `known_on` is the day it was keyed in or its own, the later; `gone_on` the day
        on which a bounce took it back, None where none did.
    """

    paid: PaidIn
    known_on: date
    gone_on: date | None


class Word(NamedTuple):
    """A party's promises, and the receipts that may have kept them."""

    party_id: PartyId
    promises: tuple[PromiseToPay, ...]
    receipts: tuple[PaidKnown, ...]


class PostDated(NamedTuple):
    """A cheque that was taken before its date.

    Args:
        ended_on: the day it was deposited or given back; None while it is in hand.
    """

    party_id: PartyId
    amount_paise: int
    cheque_on: date
    received_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeRecords:
    """Everything that parties pledged."""

    words: tuple[Word, ...]
    cheques: tuple[PostDated, ...]


@dataclass(frozen=True, slots=True)
class PledgeHistory(Ask[PledgeRecords]):
    """The promises of all parties that were not withdrawn, and their post-dated cheques."""


@answers(PledgeHistory)
def pledge_history(conn: Connection, _ask: PledgeHistory, _today_on: date) -> PledgeRecords:
    """The records, by party.

    Limits: 20,000 promises in a moment.
    """
    return PledgeRecords(words=_words(conn), cheques=tuple(_cheques(conn)))


def _words(conn: Connection) -> tuple[Word, ...]:
    mine: dict[PartyId, list[PromiseToPay]] = defaultdict(list)
    for row in promise_rows(conn, None):
        mine[row.party_id].append(promise_of(row))
    if not mine:
        return ()
    first_on = min(promise.made_on for made in mine.values() for promise in made)
    receipts = _receipts(conn, mine, first_on)
    return tuple(
        Word(party_id, tuple(mine[party_id]), tuple(receipts[party_id]))
        for party_id in sorted(mine)
    )


def _receipts(
    conn: Connection, party_ids: Collection[bytes], first_on: date
) -> dict[bytes, list[PaidKnown]]:
    undone = _undone(conn)
    found: dict[bytes, list[PaidKnown]] = defaultdict(list)
    for chunk in chunks(sorted(party_ids)):
        settled = settled_of(conn, chunk, is_undone_too=True)
        statement = (
            select(
                _p.party_id,
                _v.voucher_row,
                _v.voucher_id,
                _v.ordinal,
                _v.voucher_on,
                func.coalesce(_v.entered_on, _v.voucher_on),
                -_l.amount_paise,
            )
            .join(tables.party, _p.party_row == _l.party_row)
            .join(tables.voucher, _v.voucher_row == _l.voucher_row)
            .where(
                _p.party_id.in_(chunk),
                _l.amount_paise < 0,
                _v.voucher_on >= ymd_of(first_on),
                _v.kind == VoucherKind.RECEIPT.value,
                _v.state == "posted",
            )
        )
        for party_id, row, voucher_id, ordinal, on, keyed, paise in conn.execute(statement):
            paid = PaidIn(ordinal, day_of(on), paise, settled.get((party_id, row), {}))
            known_on = day_of(max(on, keyed))
            found[party_id].append(PaidKnown(paid, known_on, undone.get(voucher_id)))
    return found


def _undone(conn: Connection) -> dict[bytes, date]:
    """The receipts that a bounce took back, each with the day on which that was known."""
    statement = (
        select(_g.undoes_id, _v.voucher_on, func.coalesce(_v.entered_on, _v.voucher_on))
        .join(tables.voucher, _v.voucher_row == _g.voucher_row)
        .where(_g.undoes_id.is_not(None))
    )
    return {receipt_id: day_of(max(on, keyed)) for receipt_id, on, keyed in conn.execute(statement)}


def _cheques(conn: Connection) -> Iterable[PostDated]:
    rows = post_dated_rows(conn)
    steps = steps_of(conn) if rows else {}
    for cheque_id, party_id, _name, _number, _bank, cheque_on, received_on, paise, *_rest in rows:
        taken = sorted(steps.get(cheque_id, ()))
        ended_on = day_of(taken[0].taken_on) if taken else None
        yield PostDated(party_id, paise, day_of(cheque_on), day_of(received_on), ended_on)
