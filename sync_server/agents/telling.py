"""What a phone is told: records of the books as messages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

import msgspec

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.phones import first_mobile
from collectiq_desktop.core.domain.risk import PartyRisk
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.core.queries.custody import HandoverLine, Handovers
from collectiq_desktop.core.queries.employees import EmployeeCard
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.rounds import AgentDay, AgentDayDone, Round, RoundParty
from collectiq_desktop.core.queries.runsheets import RunSheetCard, RunSheets, SheetDetails
from collectiq_desktop.core.storage import bulletins, places
from sync_server.agents import messages as m
from sync_server.refusals import parts_of

_TAG_BYTES = 9
_MARK_BYTES, _KEY_BYTES = 16, 64
_REASONS_COUNT = 3
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Teller:
    """What one agent is told of one firm's books.

    Args:
        secret: hides in the mark how much happened in the firm.
    """

    books: Books
    agent_id: UserId
    secret: bytes = field(repr=False)

    def changes(self, asked: m.AskedChanges, today_on: date) -> m.Changes:
        """What is new since the phone's mark, and which parties it has to forget."""
        mark = _mark(self.books, today_on, self.secret)
        now_at = self.books.now_at()
        if asked.mark == mark:
            return m.Changes(mark=mark, is_same=True, now_at=now_at, today_on=today_on)
        told = [(each, _tag(each)) for each in self._round()]
        there = {each.id for each, _tag_ in told}
        return m.Changes(
            mark=mark,
            is_same=False,
            now_at=now_at,
            today_on=today_on,
            me=self.me(),
            day=self.day(),
            sheets=self.sheets(today_on),
            tags=[(each.id, tag) for each, tag in told],
            parties=[each for each, tag in told if asked.known.get(each.id) != tag],
            gone=sorted(set(asked.known) - there),
        )

    def party(self, party_id: str) -> m.ToldParty | None:
        """One party of the round; None alike for one of somebody else and one that is nowhere."""
        return next((each for each in self._round() if each.id == party_id), None)

    def pictures(self, about_id: str) -> m.ToldPictures:
        """The photos of a receipt or cheque; none alike of somebody else's and of none."""
        asked = AttachmentsOf(about_id=FactId(bytes.fromhex(about_id)))
        found = self.books.ask(asked, by=self.agent_id)
        return m.ToldPictures(
            pictures=[
                m.ToldPicture(content_type=each.content_type, content=each.content)
                for each in found
            ]
        )

    def day(self, on: date | None = None) -> m.MyDay:
        """The agent's day, the cash in hand, and what was counted in and is not signed."""
        done = self.books.ask(AgentDay(agent_id=self.agent_id, on=on), by=self.agent_id)
        counted = self.books.ask(Handovers(agent_id=self.agent_id), by=self.agent_id)
        return _day(done, [_handover(each) for each in counted if each.is_agreed is None])

    def sheets(self, today_on: date) -> list[m.ToldSheet]:
        """The run sheets that the agent has to end, the oldest first."""
        found = self.books.ask(RunSheets(agent_id=self.agent_id), by=self.agent_id)
        mine = [each for each in found if each.closed_on is None and each.on <= today_on]
        cards = (
            self.books.ask(RunSheetCard(sheet_id=each.sheet_id), by=self.agent_id)
            for each in reversed(mine)
        )
        return [_sheet(each) for each in cards]

    def me(self) -> m.ToldMe:
        """Who has signed in, and for which firm."""
        card = self.books.ask(EmployeeCard(employee_id=self.agent_id), by=self.agent_id)
        details = self.books.ask(FirmCard(), by=self.agent_id)
        firm = details.firm
        return m.ToldMe(
            employee_id=self.agent_id.hex(),
            name=card.employee.name,
            role=card.employee.role,
            permissions=sorted(each.value for each in card.rights.permissions),
            firm_id=details.firm_id.hex(),
            firm=firm.name,
            upi_id=firm.vpa,
            firm_phone=next(iter(firm.phones), ""),
        )

    def _round(self) -> list[m.ToldParty]:
        found = self.books.ask(Round(agent_id=self.agent_id), by=self.agent_id)
        return [_party(each) for each in found]


def _mark(books: Books, today_on: date, secret: bytes) -> str:
    """What all answers depend on: the firm's order, bulletins, the day; nobody reads it."""
    with books.reading() as conn:
        cursor, arrival = places.cursor(conn), bulletins.last_arrival(conn)
    parts = (cursor.epoch, cursor.firm_seq, arrival, today_on.isoformat())
    told = ".".join(map(str, parts)).encode()
    return hashlib.blake2b(told, digest_size=_MARK_BYTES, key=secret[:_KEY_BYTES]).hexdigest()


def _tag(told: m.ToldParty) -> str:
    return hashlib.blake2b(msgspec.json.encode(told), digest_size=_TAG_BYTES).hexdigest()


def _party(each: RoundParty) -> m.ToldParty:
    owed, party = each.proposal, each.party
    return m.ToldParty(
        id=owed.party_id.hex(),
        name=party.name,
        code=party.code,
        beat=party.beat,
        phones=list(party.phones),
        mobile=first_mobile(party.phones),
        address=list(party.address),
        language=party.language,
        note=party.note,
        balance_paise=owed.balance_paise,
        on_account_paise=owed.balance_paise - sum(bill.open_paise for bill in each.bills),
        overdue_paise=owed.overdue_paise,
        oldest_days=each.oldest_days,
        expected_paise=owed.expected_paise,
        bounced_paise=owed.bounced_paise,
        reasons=list(owed.reasons),
        bills=_bills(each),
        promises=_promises(each),
        cheques=_cheques(each),
        visits=[
            m.ToldVisit(on=line.on, outcome=line.outcome, note=line.note)
            for line in each.visits[:_SHOWN]
        ],
        reminders=_reminders(each),
        receipts=_receipts(each),
        risk=_risk(each.risk),
    )


def _bills(each: RoundParty) -> list[m.ToldBill]:
    return [
        m.ToldBill(
            voucher_id=bill.voucher_id.hex(),
            n=bill.n,
            number=bill.number,
            bill_on=bill.bill_on,
            due_on=bill.due_on,
            amount_paise=bill.amount_paise,
            open_paise=bill.open_paise,
            overdue_days=bill.overdue_days,
        )
        for bill in each.bills
    ]


def _promises(each: RoundParty) -> list[m.ToldPromise]:
    return [
        m.ToldPromise(
            amount_paise=line.amount_paise,
            paid_paise=line.paid_paise,
            promised_on=line.promised_on,
            made_on=line.made_on,
            state=line.state.value,
            note=line.note,
        )
        for line in each.promises[-_SHOWN:]
    ]


def _cheques(each: RoundParty) -> list[m.ToldCheque]:
    return [
        m.ToldCheque(
            id=line.cheque_id.hex(),
            number=line.number,
            bank=line.bank,
            cheque_on=line.cheque_on,
            received_on=line.received_on,
            amount_paise=line.amount_paise,
            state=line.state.value,
            pictures_count=line.pictures_count,
        )
        for line in each.cheques
    ]


def _reminders(each: RoundParty) -> list[m.ToldReminder]:
    return [
        m.ToldReminder(
            on=line.on, channel=line.channel, amount_paise=line.amount_paise, by=line.agent
        )
        for line in each.reminders[:_SHOWN]
    ]


def _receipts(each: RoundParty) -> list[m.ToldReceipt]:
    return [
        m.ToldReceipt(
            id=line.voucher_id.hex(),
            on=line.on,
            number=line.number,
            mode=line.mode,
            amount_paise=line.amount_paise,
            pictures_count=each.pictures.get(line.voucher_id, 0),
        )
        for line in each.receipts[:_SHOWN]
    ]


def _risk(risk: PartyRisk | None) -> m.ToldRisk | None:
    if risk is None:
        return None
    return m.ToldRisk(
        score=risk.score,
        category=risk.category.value,
        reasons=[_said(reason.sentence) for reason in risk.reasons[:_REASONS_COUNT]],
    )


def _said(sentence: Sentence) -> m.Said:
    template, values = parts_of(sentence)
    return m.Said(text=str(sentence), template=template, values=values)


def _sheet(card: SheetDetails) -> m.ToldSheet:
    sheet = card.sheet
    return m.ToldSheet(
        id=sheet.sheet_id.hex(),
        number=sheet.number,
        title=sheet.title,
        on=sheet.on,
        rows=[
            m.ToldRow(
                row=row.row_no,
                party_id=row.party_id.hex(),
                expected_paise=row.expected_paise,
                outcome=row.outcome,
                received_paise=row.received_paise,
            )
            for row in card.rows
        ],
    )


def _handover(line: HandoverLine) -> m.ToldHandover:
    return m.ToldHandover(
        voucher_id=line.voucher_id.hex(),
        on=line.on,
        number=line.number,
        expected_paise=line.expected_paise,
        counted_paise=line.counted_paise,
        counted_by=line.counted_by,
    )


def _day(done: AgentDayDone, handovers: list[m.ToldHandover]) -> m.MyDay:
    cash = done.cash
    return m.MyDay(
        on=done.on,
        collected=[
            m.ToldMode(mode=each.mode, count=each.receipts_count, amount_paise=each.amount_paise)
            for each in done.collected
        ],
        post_dated_count=done.post_dated.receipts_count,
        post_dated_paise=done.post_dated.amount_paise,
        promises_count=done.promises_count,
        promised_paise=done.promised_paise,
        visits=dict(done.visits),
        reminders_count=done.reminders_count,
        cash_paise=cash.held_paise if cash else 0,
        cash_since_at=cash.oldest_at if cash else None,
        dues_paise=cash.dues_paise if cash else 0,
        handovers=handovers,
    )
