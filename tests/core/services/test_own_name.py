"""In whose name a counter may push what agents do: every fact that names one, and each role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import DEBTORS, Mode, Pieces, Posting, Voucher
from collectiq_desktop.core.domain.vouchers import VoucherKind as Kind
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.custody import CountInCash, SignCash
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.judging import Sender, judge
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.core.storage import corrections, devices
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire import collecting as c
from collectiq_desktop.core.wire import facts as f
from collectiq_desktop.core.wire.codec import body_of
from tests.core.looking import fact_id, placed_links
from tests.core.plans import listening, plans_of
from tests.core.services.elsewhere import Elsewhere
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

DAY = date(2026, 11, 22)
FINE, HELD, NOTED = "accepted", "held no_right", "accepted no_right"
_ROWS = (("Ganesh", "ravi"), ("Zaveri", "meena"))


@dataclass
class Firm:
    """Ganesh is Ravi's party, Zaveri is Meena's; each has a promise, a sheet, and cash."""

    plain: PlainBooks
    people: dict[str, UserId] = field(default_factory=dict)
    promises: dict[str, FactId] = field(default_factory=dict)
    sheets: dict[str, FactId] = field(default_factory=dict)
    receipts: dict[str, VoucherId] = field(default_factory=dict)
    counts: dict[str, VoucherId] = field(default_factory=dict)

    def party(self, name: str) -> PartyId:
        return self.plain.parties[name]

    def judged(self, author: str, body: f.Body, seen: int | None = None) -> str:
        """The verdict on a fact that a counter pushes now."""
        books = self.plain.books
        seen_seq = len(placed_links(books, is_placed=True)) if seen is None else seen
        with books.writing() as (writer, context):
            return self.judged_in(writer, context, author, body, seen_seq)

    def judged_in(
        self, writer: Writer, context: Context, author: str, body: f.Body, seen: int
    ) -> str:
        known = read_fact(writer.conn, self.party("Ganesh"))
        device = devices.device(writer.conn, context.device_id)
        assert known is not None
        assert device is not None
        fact = known._replace(
            fact_id=fact_id(self.plain),
            user_id=self.people[author],
            seen_epoch=1,
            seen_firm_seq=seen,
            recorded_at=context.now_at,
        )
        told = judge(writer, fact, body, Sender(device=device))
        return f"{told.verdict} {told.reason}".strip()


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2026-11-02  Ganesh  1,000.00")
    plain.write("invoice  S/2  2026-11-02  Zaveri  2,000.00")
    firm = Firm(plain)
    firm.people["asha"] = plain.books.acting = employ(plain, "Asha", Role.ADMIN)
    firm.people["bina"] = employ(plain, "Bina", Role.CLERK)
    for agent, role in (("ravi", Role.AGENT), ("meena", Role.AGENT)):
        firm.people[agent] = employ(plain, agent.title(), role)
    firm.people["shah"] = employ(plain, "CA Shah", Role.ACCOUNTANT)
    for party, agent in _ROWS:
        _chase(firm, party, agent)
    Elsewhere(plain).place_own()
    yield firm
    plain.books.close()


def _chase(firm: Firm, party: str, agent: str) -> None:
    """What the agent of a party has done so far."""
    plain, agent_id, party_id = firm.plain, firm.people[agent], firm.party(party)
    common: dict[str, Any] = {"party_id": party_id, "agent_id": agent_id}
    mine = AssignParties(fact_id=fact_id(plain), agent_id=agent_id, party_ids=(party_id,))
    plain.run(mine)
    firm.promises[agent] = plain.run(
        MakePromise(fact_id=fact_id(plain), amount_paise=100, promised_on=DAY, **common)
    )
    row = c.SheetRow(party_id, 100)
    sheet = IssueRunSheet(fact_id=fact_id(plain), agent_id=agent_id, rows=(row,))
    plain.run(sheet)
    firm.sheets[agent] = sheet.fact_id
    for _n in range(2):
        receipt = RecordReceipt(
            voucher_id=VoucherId(plain.ids.mint()), amount_paise=50_00, **common
        )
        plain.run(receipt)
    firm.receipts[agent] = receipt.voucher_id
    count = CountInCash(
        voucher_id=VoucherId(plain.ids.mint()), agent_id=agent_id, counted=(Pieces(100, 1),)
    )
    plain.run(count)
    firm.counts[agent] = count.voucher_id


def receipt_of(firm: Firm, party: str, agent: str | None, account: str = "agents") -> Voucher:
    return Voucher(
        kind=Kind.RECEIPT,
        number="RB01/26/000001",
        on=DAY,
        party_id=firm.party(party),
        mode=Mode.CASH,
        postings=(Posting(account, 1_000), Posting(DEBTORS, -1_000)),
        agent_id=firm.people[agent] if agent else None,
    )


def hand_over_of(firm: Firm, agent: str) -> Voucher:
    return Voucher(
        kind=Kind.CONTRA,
        number="KB01/26/000001",
        on=DAY,
        postings=(Posting("cash", 5_000), Posting("agents", -5_000)),
        agent_id=firm.people[agent],
        counted=(Pieces(50, 1),),
    )


def amended_of(firm: Firm, agent: str, **changes: Any) -> f.VoucherAmended:
    voucher_id = firm.receipts[agent]
    with firm.plain.books.writing() as (writer, _context):
        standing = corrections.standing(writer, voucher_id)
    return f.VoucherAmended(
        voucher_id=voucher_id,
        base=FactId(voucher_id),
        reason="x",
        voucher=replace(standing, **changes),
    )


def told_of(firm: Firm, party: str, agent: str) -> dict[str, f.Body]:
    """Every fact that may name an agent, of one agent and one party."""
    party_id, agent_id = firm.party(party), firm.people[agent]
    visit = c.VisitMade(party_id=party_id, visited_on=DAY, outcome="shut", agent_id=agent_id)
    return {
        "receipt": receipt_of(firm, party, agent),
        "cheque": c.ChequeReceived(
            party_id=party_id,
            amount_paise=100,
            number="1",
            cheque_on=DAY,
            received_on=DAY,
            agent_id=agent_id,
        ),
        "promise": c.PromiseMade(
            party_id=party_id, amount_paise=5, promised_on=DAY, made_on=DAY, agent_id=agent_id
        ),
        "visit": visit,
        "phone": c.PhoneAsked(
            party_id=party_id, phone="9825012345", asked_on=DAY, agent_id=agent_id
        ),
        "reminder": c.ReminderOpened(
            party_id=party_id,
            opened_on=DAY,
            channel="whatsapp",
            amount_paise=5,
            agent_id=agent_id,
        ),
        "visit on the sheet": replace(visit, sheet_id=firm.sheets[agent]),
        "sheet": c.RunSheetIssued(number="9", agent_id=agent_id, sheet_on=DAY, rows=()),
        "assignment": f.PartiesAssigned(agent_id=agent_id, party_ids=(party_id,), part="main"),
        "signature": c.CashSigned(voucher_id=firm.counts[agent], agent_id=agent_id),
        "hand-over": hand_over_of(firm, agent),
        "withdrawal": c.PromiseWithdrawn(promise_id=firm.promises[agent], reason="x"),
        "picture": c.PictureAttached(
            about_id=FactId(firm.receipts[agent]),
            content_hash=b"h" * 32,
            content_type="image/png",
            size_bytes=9,
        ),
        "closing": c.RunSheetClosed(sheet_id=firm.sheets[agent], closed_on=DAY),
    }


def test_every_fact_that_names_an_agent_is_in_the_table(firm: Firm) -> None:
    named = {
        body.__name__
        for _version, body in f.KINDS.values()
        if "agent_id" in {each.name for each in fields(body)}
    }
    assert named == {
        type(body).__name__
        for body in told_of(firm, "Ganesh", "ravi").values()
        if hasattr(body, "agent_id")
    }


FREE = dict.fromkeys(
    (
        "receipt",
        "cheque",
        "promise",
        "visit",
        "phone",
        "reminder",
        "visit on the sheet",
        "withdrawal",
        "picture",
        "closing",
    ),
    FINE,
)
NOBODYS = {
    **dict.fromkeys(FREE, HELD),
    "receipt": NOTED,
    "sheet": HELD,
    "assignment": HELD,
    "signature": HELD,
    "hand-over": HELD,
}
TABLE: dict[str, dict[str, dict[str, str]]] = {
    "own": {
        "ravi": {**NOBODYS, **FREE, "signature": FINE},
        "bina": {**NOBODYS, **FREE, "sheet": FINE, "hand-over": FINE},
        "asha": dict.fromkeys(NOBODYS, FINE),
        "shah": NOBODYS,
    },
    "another's": {
        "ravi": NOBODYS,
        "bina": {**NOBODYS, **FREE, "sheet": FINE, "hand-over": FINE},
        "asha": dict.fromkeys(NOBODYS, FINE),
        "shah": NOBODYS,
    },
    "own party, another's name": {"ravi": NOBODYS},
    "another's party, own name": {"ravi": {**NOBODYS, "signature": FINE}},
}
WHOSE = {
    "own": ("Ganesh", "ravi"),
    "another's": ("Zaveri", "meena"),
    "own party, another's name": ("Ganesh", "meena"),
    "another's party, own name": ("Zaveri", "ravi"),
}
CASES = [(whose, author) for whose, authors in TABLE.items() for author in authors]


@pytest.mark.parametrize(("whose", "author"), CASES)
def test_each_pushes_in_the_own_name_what_is_permitted(firm: Firm, whose: str, author: str) -> None:
    facts = told_of(firm, *WHOSE[whose])
    found = {name: firm.judged(author, body) for name, body in facts.items()}
    expected = dict(TABLE[whose][author])
    if whose == "another's party, own name":
        # These name no party: what they build on is the agent's own.
        expected |= {"withdrawal": FINE, "picture": FINE, "closing": FINE}
    assert found == expected


@pytest.mark.one_engine
@pytest.mark.parametrize("author", ["ravi", "shah"])
def test_who_lacks_a_right_does_not_make_the_server_read_the_whole_log(
    firm: Firm, author: str
) -> None:
    """A stretch of facts that are all held must not hold up the firm."""
    facts = told_of(firm, "Zaveri", "meena").values()
    with firm.plain.books.writing() as (writer, context), listening(writer.conn) as asked:
        told = {firm.judged_in(writer, context, author, body, 1 << 40) for body in facts}
        plans = list(plans_of(writer.conn, asked))
    assert told == {HELD, NOTED}
    large = ("fact", "place", "link", "voucher", "posting", "party_line", "bill", "claim")
    assert [line for line in plans if line.startswith("SCAN") and line.split()[1] in large] == []
    assert any(line.startswith("SEARCH place") for line in plans)


def test_cash_that_an_agent_took_is_not_put_into_the_till_by_himself(firm: Firm) -> None:
    assert firm.judged("ravi", receipt_of(firm, "Ganesh", None, "cash")) == NOTED
    assert firm.judged("bina", receipt_of(firm, "Ganesh", None, "cash")) == FINE


def test_a_correction_does_not_move_cash_to_another_agent(firm: Firm) -> None:
    plain = firm.plain
    grant = AmendEmployee(
        fact_id=fact_id(plain), employee_id=firm.people["ravi"], changes={"granted": ("amend",)}
    )
    plain.run(grant)
    Elsewhere(plain).place_own()
    assert firm.judged("ravi", amended_of(firm, "ravi", narration="better")) == FINE
    others = {"agent_id": firm.people["meena"]}
    assert firm.judged("ravi", amended_of(firm, "ravi", **others)) == HELD
    assert firm.judged("ravi", amended_of(firm, "meena", narration="x")) == HELD
    assert firm.judged("bina", amended_of(firm, "ravi", **others)) == FINE


def test_who_lost_a_party_meanwhile_keeps_what_was_done_before(firm: Firm) -> None:
    plain = firm.plain
    seen = len(placed_links(plain.books, is_placed=True))
    move = AssignParties(
        fact_id=fact_id(plain), agent_id=firm.people["meena"], party_ids=(firm.party("Ganesh"),)
    )
    plain.run(move)
    Elsewhere(plain).place_own()
    facts = told_of(firm, "Ganesh", "ravi")
    for name in ("receipt", "promise", "visit", "cheque"):
        assert firm.judged("ravi", facts[name], seen) == FINE, name
        late = NOTED if name == "receipt" else HELD
        assert firm.judged("ravi", facts[name], seen + 1) == late, name


# At the counter itself ------------------------------------------------------------


def test_only_the_agent_signs_what_was_counted_in(firm: Firm) -> None:
    sign = SignCash(fact_id=fact_id(firm.plain), voucher_id=firm.counts["ravi"])
    with pytest.raises(Refused, match="Only the agent signs") as refused:
        firm.plain.books.run(sign, by=firm.people["bina"])
    assert refused.value.field == "user"
    firm.plain.books.run(sign, by=firm.people["ravi"])
    other = SignCash(fact_id=fact_id(firm.plain), voucher_id=firm.counts["meena"])
    firm.plain.books.run(other, by=firm.people["asha"])


def test_what_an_agent_says_at_the_counter_is_in_the_own_name(firm: Firm) -> None:
    ravi, meena = firm.people["ravi"], firm.people["meena"]
    visit = NoteVisit(
        fact_id=fact_id(firm.plain),
        party_id=firm.party("Ganesh"),
        outcome=Outcome.SHUT,
        agent_id=meena,
    )
    firm.plain.books.run(visit, by=ravi)
    with firm.plain.books.reading() as conn:
        fact = read_fact(conn, visit.fact_id)
    assert fact is not None
    body = body_of(fact)
    assert isinstance(body, c.VisitMade)
    assert body.agent_id == ravi
