"""An agent's round, the assigned parties with all that a visit needs, and the agent's day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.risk import PartyRisk
from collectiq_desktop.core.domain.vouchers import BillKey, VoucherKind
from collectiq_desktop.core.queries.as_of import open_bills_on
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, summed
from collectiq_desktop.core.queries.attachments import picture_counts
from collectiq_desktop.core.queries.bills import BillLine, line_of
from collectiq_desktop.core.queries.cheques import ChequeLine, ChequeRegister, cheque_register
from collectiq_desktop.core.queries.custody import AgentCash, Custody, custody
from collectiq_desktop.core.queries.promises import PromiseLine, Promises, promises
from collectiq_desktop.core.queries.proposals import Proposal, SheetProposals, sheet_proposals
from collectiq_desktop.core.queries.reminders import (
    ReminderLine,
    RemindersOpened,
    reminders_opened,
)
from collectiq_desktop.core.queries.risk import PartyRisks, party_risks
from collectiq_desktop.core.queries.visits import VisitLine, Visits, visits
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.database import chunks
from collectiq_desktop.core.storage.masters import master_of, unpack

RECEIPTS_DAYS = 60
_p, _b, _v, _l = tables.party.c, tables.bill.c, tables.voucher.c, tables.party_line.c
_e, _h, _m, _i, _k = (
    collecting_tables.agent_voucher.c,
    collecting_tables.cheque.c,
    collecting_tables.promise.c,
    collecting_tables.visit.c,
    collecting_tables.reminder.c,
)


class RoundReceipt(NamedTuple):
    """A receipt of the last days.

    Money: amount_paise > 0 is what the party was credited with.
    """

    voucher_id: VoucherId
    on: date
    number: str
    mode: str
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundParty:
    """A party of the round with all that a visit needs.

    Args:
        proposal: what it owes, what is expected, and why it should be called on.
        promises: those that wait, and those decided lately.
        pictures: how many there are of a receipt, by its id.

    Money: debit positive. proposal.balance_paise = Σ open bills + on account.
    """

    proposal: Proposal
    party: Party
    bills: tuple[BillLine, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    cheques: tuple[ChequeLine, ...] = ()
    visits: tuple[VisitLine, ...] = ()
    reminders: tuple[ReminderLine, ...] = ()
    receipts: tuple[RoundReceipt, ...] = ()
    risk: PartyRisk | None = None
    pictures: Mapping[bytes, int] = field(default_factory=dict)

    @property
    def oldest_days(self) -> int:
        """How late the oldest bill is."""
        return max((bill.overdue_days for bill in self.bills), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Ask[tuple[RoundParty, ...]]):
    """The parties that are assigned to an agent, in the order in which to call on them."""

    agent_id: UserId


@answers(Round)
def agent_round(conn: Connection, ask: Round, today_on: date) -> tuple[RoundParty, ...]:
    """The round of today.

    Limits: 1,000 parties with 20,000 open bills.
    """
    wanted = sheet_proposals(conn, SheetProposals(agent_id=ask.agent_id, is_whole=True), today_on)
    masters = masters_of(conn, [each.party_id for each in wanted])
    bills = bills_of(conn, masters, today_on)
    receipts = _receipts(conn, masters, today_on)
    promised = _by_party(promises(conn, Promises(), today_on).lines)
    cheques = _by_party(cheque_register(conn, ChequeRegister(), today_on).lines)
    visited = _by_party(visits(conn, Visits(), today_on))
    reminded = _by_party(reminders_opened(conn, RemindersOpened(), today_on))
    risks = {line.party_id: line.risk for line in party_risks(conn, PartyRisks(), today_on)}
    papers = {line.voucher_id for each in receipts.values() for line in each}
    pictures = picture_counts(conn, papers)
    return tuple(
        RoundParty(
            proposal=each,
            party=masters[each.party_id].party,
            bills=tuple(bills[each.party_id]),
            promises=tuple(promised[each.party_id]),
            cheques=tuple(cheques[each.party_id]),
            visits=tuple(visited[each.party_id]),
            reminders=tuple(reminded[each.party_id]),
            receipts=tuple(receipts[each.party_id]),
            risk=risks.get(each.party_id),
            pictures=pictures,
        )
        for each in wanted
    )


class PartyMaster(NamedTuple):
    """A party's row and its master data."""

    party_row: int
    party: Party


def masters_of(conn: Connection, party_ids: Iterable[PartyId]) -> dict[PartyId, PartyMaster]:
    """The master data of some parties."""
    found: dict[PartyId, PartyMaster] = {}
    for chunk in chunks(sorted(party_ids)):
        statement = select(_p.party_id, _p.party_row, _p.fields).where(_p.party_id.in_(chunk))
        for party_id, party_row, fields in conn.execute(statement):
            found[party_id] = PartyMaster(party_row, master_of(Party, unpack(fields)))
    return found


def bills_of(
    conn: Connection, masters: Mapping[PartyId, PartyMaster], today_on: date
) -> dict[PartyId, list[BillLine]]:
    """The open bills of some parties, the one due first at the head."""
    by_row = {each.party_row: party_id for party_id, each in masters.items()}
    bills: dict[PartyId, list[BillLine]] = defaultdict(list)
    for chunk in chunks(sorted(by_row)):
        bill = open_bills_on(conn, today_on, _b.party_row.in_(chunk)).c
        statement = (
            select(
                bill.party_row,
                _v.voucher_id,
                bill.n,
                bill.number,
                bill.bill_on,
                bill.due_on,
                bill.amount_paise,
                bill.open_paise,
                bill.branch_id,
            )
            .join(tables.voucher, _v.voucher_row == bill.voucher_row)
            .order_by(bill.due_on, bill.bill_on, bill.number, bill.voucher_row, bill.n)
        )
        for row, of, n, number, bill_on, due_on, *paise, branch_id in conn.execute(statement):
            line = line_of(BillKey(of, n), number, (bill_on, due_on), paise, (branch_id, today_on))
            bills[by_row[row]].append(line)
    return bills


def _receipts(
    conn: Connection, masters: Mapping[PartyId, PartyMaster], today_on: date
) -> dict[PartyId, list[RoundReceipt]]:
    by_row = {each.party_row: party_id for party_id, each in masters.items()}
    found: dict[PartyId, list[RoundReceipt]] = defaultdict(list)
    from_on = ymd_of(today_on - timedelta(days=RECEIPTS_DAYS))
    for chunk in chunks(sorted(by_row)):
        statement = (
            select(_l.party_row, _v.voucher_id, _l.voucher_on, _v.number, _v.mode, -_l.amount_paise)
            .join(tables.voucher, _v.voucher_row == _l.voucher_row)
            .where(
                _l.party_row.in_(chunk),
                _l.voucher_on >= from_on,
                _v.kind == VoucherKind.RECEIPT.value,
                _v.state == "posted",
            )
            .order_by(_l.voucher_on.desc(), _v.number.desc())
        )
        for row, voucher_id, on, number, mode, paise in conn.execute(statement):
            line = RoundReceipt(voucher_id, day_of(on), number, mode or "", paise)
            found[by_row[row]].append(line)
    return found


def _by_party(lines: Iterable[Any]) -> dict[PartyId, list[Any]]:
    found: dict[PartyId, list[Any]] = defaultdict(list)
    for line in lines:
        found[line.party_id].append(line)
    return found


class CollectedByMode(NamedTuple):
    """What an agent collected in one way.

    Money: amount_paise > 0.
    """

    mode: str
    receipts_count: int
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentDayDone:
    """What an agent did on a day, and the cash that is with him now.

    Args:
        post_dated: cheques taken that credit nobody yet.
        visits: how many ended in each outcome.
        reminders_count: how many were opened.
        cash: None where no cash was ever with the agent.
    """

    on: date
    collected: tuple[CollectedByMode, ...]
    post_dated: CollectedByMode
    promises_count: int
    promised_paise: int
    visits: tuple[tuple[str, int], ...]
    reminders_count: int
    cash: AgentCash | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentDay(Ask[AgentDayDone]):
    """An agent's day; today by default. It tells sums and no party."""

    agent_id: UserId
    on: date | None = None


@answers(AgentDay)
def agent_day(conn: Connection, ask: AgentDay, today_on: date) -> AgentDayDone:
    """The day: also what was collected of a party that has gone to somebody else since."""
    on = ymd_of(ask.on or today_on)
    collected = (
        select(_v.mode, func.count(), summed(_v.amount_paise))
        .join(tables.voucher, _v.voucher_row == _e.voucher_row)
        .where(
            _e.agent_id == ask.agent_id,
            _v.voucher_on == on,
            _v.kind == VoucherKind.RECEIPT.value,
            _v.state == "posted",
        )
        .group_by(_v.mode)
        .order_by(_v.mode)
    )
    cheques = select(func.count(), summed(_h.amount_paise)).where(
        _h.agent_id == ask.agent_id, _h.received_on == on
    )
    promised = select(func.count(), summed(_m.amount_paise)).where(
        _m.agent_id == ask.agent_id, _m.made_on == on
    )
    visited = (
        select(_i.outcome, func.count())
        .where(_i.agent_id == ask.agent_id, _i.visited_on == on)
        .group_by(_i.outcome)
        .order_by(_i.outcome)
    )
    reminded = select(func.count()).where(_k.agent_id == ask.agent_id, _k.opened_on == on)
    held = custody(conn, Custody(agent_id=ask.agent_id), today_on).agents
    promises_count, promised_paise = conn.execute(promised).one()
    return AgentDayDone(
        on=day_of(on),
        collected=tuple(
            CollectedByMode(mode or "", count, paise)
            for mode, count, paise in conn.execute(collected)
        ),
        post_dated=CollectedByMode("cheque", *conn.execute(cheques).one()),
        promises_count=promises_count,
        promised_paise=promised_paise,
        visits=tuple((row[0], row[1]) for row in conn.execute(visited)),
        reminders_count=conn.execute(reminded).scalar_one(),
        cash=held[0] if held else None,
    )
