"""The edit log: who did what, when and at which counter, with old values beside new ones.

It is the log itself that is read, a page at a time; nothing is kept for it
beside, and so nobody can switch it off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, or_, select, tuple_, union

from collectiq_desktop.core.domain.calendar import begins_at
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.queries.asking import Ask, answers, party_at
from collectiq_desktop.core.queries.edits import EditLine, edit_lines_of
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.facts import fact_of
from collectiq_desktop.core.wire.facts import VOUCHER_FACTS

_f, _v, _l, _k = tables.fact.c, tables.voucher.c, tables.party_line.c, tables.correction.c


class About(StrEnum):
    """What facts are about, as a person filters them."""

    VOUCHERS = "vouchers"
    CORRECTIONS = "corrections"
    PARTIES = "parties"
    ITEMS = "items"
    EMPLOYEES = "employees"
    ASSIGNMENTS = "assignments"
    COLLECTING = "collecting"
    FIRM = "firm"
    PAPERS = "papers"


_CORRECTIONS = ("VoucherAmended", "VoucherCancelled")
KINDS_ABOUT: Mapping[About, tuple[str, ...]] = {
    About.VOUCHERS: (*VOUCHER_FACTS.values(), *_CORRECTIONS, "DayAllowed"),
    About.CORRECTIONS: _CORRECTIONS,
    About.PARTIES: (
        "PartyAdded",
        "PartyAmended",
        "CategoryPinned",
        "CategoryChanged",
        "CreditAllowed",
        "PhoneAsked",
    ),
    About.ITEMS: ("ItemAdded", "ItemAmended", "AccountAdded"),
    About.EMPLOYEES: ("EmployeeAdded", "EmployeeAmended"),
    About.ASSIGNMENTS: ("PartiesAssigned", "BeatPlanned"),
    About.COLLECTING: (
        "ChequeReceived",
        "ChequeCleared",
        "ChequeGivenBack",
        "PromiseMade",
        "PromiseWithdrawn",
        "VisitMade",
        "ReminderOpened",
        "RunSheetIssued",
        "RunSheetClosed",
        "CashSigned",
        "PictureAttached",
    ),
    About.FIRM: (
        "FirmCreated",
        "FirmAmended",
        "BranchAdded",
        "ImportBegun",
        "ImportUndone",
        "DeviceEnrolled",
        "DeviceRevoked",
        "SeriesAllotted",
        "ChainBegun",
        "FactReleased",
        "FactRejected",
    ),
    About.PAPERS: ("DocumentPrinted", "ErrandGivenUp"),
}
"""The kinds of fact under each heading; every kind stands under one of its own."""


class EditKey(NamedTuple):
    """A place in the edit log, by the author's clock."""

    recorded_at: int
    fact_id: FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLogPage:
    """A page of the edit log, the newest first.

    `after` asks for the page below; None where there is nothing more.
    """

    rows: tuple[EditLine, ...]
    after: EditKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLog(Ask[EditLogPage]):
    """Everything that was recorded, the newest first, page by page.

    Args:
        user_id: only what this employee did.
        party_id: only what concerns this party.

    Dates: from_on and to_on are both inside, in India, by the author's clock.
    """

    from_on: date | None = None
    to_on: date | None = None
    user_id: UserId | None = None
    party_id: PartyId | None = None
    about: About | None = None
    after: EditKey | None = None
    limit: int = 100


@answers(EditLog)
def edit_log(conn: Connection, ask: EditLog, _today_on: date) -> EditLogPage:
    """One page of the edit log.

    Raises:
        NotFound: there is no such party.
    """
    assert ask.limit > 0
    statement = (
        select(tables.fact)
        .where(*_wanted(conn, ask))
        .order_by(_f.recorded_at.desc(), _f.fact_id.desc())
        .limit(ask.limit + 1)
    )
    facts = [fact_of(row) for row in conn.execute(statement)]
    has_more, facts = len(facts) > ask.limit, facts[: ask.limit]
    last = EditKey(facts[-1].recorded_at, facts[-1].fact_id) if has_more else None
    return EditLogPage(rows=tuple(edit_lines_of(conn, facts)), after=last)


def _wanted(conn: Connection, ask: EditLog) -> Sequence[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if ask.from_on is not None:
        wanted.append(_f.recorded_at >= begins_at(ask.from_on))
    if ask.to_on is not None:
        wanted.append(_f.recorded_at < begins_at(ask.to_on + timedelta(days=1)))
    if ask.user_id is not None:
        wanted.append(_f.user_id == ask.user_id)
    if ask.about is not None:
        wanted.append(_f.kind.in_(KINDS_ABOUT[ask.about]))
    if ask.party_id is not None:
        wanted.append(_f.fact_id.in_(_about_party(conn, ask.party_id)))
    if ask.after is not None:
        wanted.append(tuple_(_f.recorded_at, _f.fact_id) < tuple_(*ask.after))
    return wanted


def _about_party(conn: Connection, party_id: PartyId) -> Select[Any]:
    """The ids of all facts that concern a party: it, its vouchers, what was done about it."""
    party_row = party_at(conn, party_id).party_row
    lines = select(_l.voucher_row).where(_l.party_row == party_row)
    cancelled = select(_k.voucher_row)
    mine = or_(
        _v.voucher_row.in_(lines),
        (_v.party_row == party_row) & _v.voucher_row.in_(cancelled),
    )
    history, assigning = tables.master_history.c, tables.assigning.c
    found = [
        select(tables.party.c.party_id).where(tables.party.c.party_row == party_row),
        select(history.fact_id).where(history.master_id == party_id),
        select(assigning.fact_id).where(assigning.party_id == party_id),
        select(_v.voucher_id).where(mine),
        select(_k.fact_id).join(tables.voucher, _v.voucher_row == _k.voucher_row).where(mine),
        *(select(each).where(whose == party_id) for each, whose in _BY_PARTY),
        *(_following(then, of, each, party_id) for then, of, each in _FOLLOWING),
    ]
    together = union(*found).subquery()
    return select(together.c[0])


_c = collecting_tables
_BY_PARTY = tuple(
    (table.c.fact_id, table.c.party_id)
    for table in (
        _c.cheque,
        _c.promise,
        _c.visit,
        _c.category_pin,
        _c.category_change,
        _c.credit_allowed,
        _c.phone_asked,
        _c.reminder,
    )
)
_FOLLOWING = (
    (_c.cheque_step.c.fact_id, _c.cheque_step.c.cheque_id, _c.cheque),
    (_c.promise_withdrawn.c.fact_id, _c.promise_withdrawn.c.promise_id, _c.promise),
)


def _following(then: Any, of: Any, table: Any, party_id: PartyId) -> Select[Any]:
    """Facts that go on with something of the party's."""
    mine = select(table.c.fact_id).where(table.c.party_id == party_id)
    return select(then).where(of.in_(mine))
