"""What an employee may ask and do, over every ask and every command there is.

An agent's answers hold nothing of a party of somebody else: no name, no id, no
number, no sum; and an id of such a party is answered as one that nobody has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Table, select

from collectiq_desktop.core.domain.errands import Document, ErrandId, ErrandPromise, PrintOrder
from collectiq_desktop.core.domain.errors import CollectIQError, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import DEBTORS, Mode, Pieces, Posting
from collectiq_desktop.core.queries.ageing import Ageing
from collectiq_desktop.core.queries.chase import Chase
from collectiq_desktop.core.queries.cheques import ChequeRegister
from collectiq_desktop.core.queries.custody import Custody, Handovers
from collectiq_desktop.core.queries.dues import Dues
from collectiq_desktop.core.queries.finding import FindParties, ResolveParty
from collectiq_desktop.core.queries.log import IsRecorded
from collectiq_desktop.core.queries.may_ask import MAY_ASK
from collectiq_desktop.core.queries.onlooking import Onlooker
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.queries.parties import PartyCard, PartyList
from collectiq_desktop.core.queries.payment_changes import PaymentStamp
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.statements import PartyStatement
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.core.services.custody import CountInCash, SignCash
from collectiq_desktop.core.services.errands import PromiseErrands
from collectiq_desktop.core.services.gate import Anyone
from collectiq_desktop.core.services.journals import PostJournal
from collectiq_desktop.core.services.may_run import MAY_RUN
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.rights import OF_FACTS, OF_VOUCHERS
from collectiq_desktop.core.services.runsheets import IssueRunSheet, PlanBeat
from collectiq_desktop.core.storage import scope, tables
from collectiq_desktop.core.wire.collecting import SheetRow
from collectiq_desktop.core.wire.facts import KINDS, VOUCHER_FACTS
from tests.core.looking import fact_id
from tests.every import every_ask, every_command
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

LEDGER = """
    party        Ganesh   code GA  beat North  30 days  phone 98250 11111
    party        Zaveri   code ZZHID  beat Secretroad  30 days  phone 98250 77777
    invoice      S/1  2026-11-02  Ganesh   1,000.00
    receipt      R/1  2026-11-05  Ganesh     400.00  upi  against S/1 400.00
    invoice      S/2  2026-11-02  Zaveri  77,777.77
    receipt      R/2  2026-11-05  Zaveri   5,151.51  upi  against S/2 5,151.51
    receipt      R/3  2026-11-06  Zaveri   6,161.61  cheque  ref 909090
    credit_note  C/1  2026-11-06  Zaveri   3,131.31
    cancel       R/3  entered twice
"""
HIDDEN_SUMS = (7_777_777, 515_151, 616_161, 313_131, 212_121, 414_141, 717_171)


@dataclass
class Shop:
    """Books with one party of the agent's and one of nobody's."""

    plain: PlainBooks
    people: dict[Role, UserId] = field(default_factory=dict)

    def of(self, role: Role) -> UserId:
        return self.people[role]

    @property
    def ganesh(self) -> PartyId:
        return self.plain.parties["Ganesh"]

    @property
    def zaveri(self) -> PartyId:
        return self.plain.parties["Zaveri"]

    def ask(self, role: Role, ask: Any) -> Any:
        return self.plain.books.ask(ask, by=self.people[role])

    def run(self, role: Role, command: Any) -> Any:
        return self.plain.books.run(command, by=self.people[role]).result


def _print_of(plain: PlainBooks, voucher_id: VoucherId) -> ErrandPromise:
    order = PrintOrder(document=Document.RECEIPT, subject_id=voucher_id)
    return ErrandPromise(errand_id=ErrandId(plain.ids.mint()), order=order)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    plain = fresh_books(tmp_path)
    plain.write(LEDGER)
    both = PostJournal(
        voucher_id=plain.voucher_id("J/1"),
        postings=(
            Posting(DEBTORS, 2_500, plain.parties["Ganesh"]),
            Posting(DEBTORS, -2_500, plain.parties["Zaveri"]),
        ),
    )
    plain.run(both)
    cheque = ReceiveCheque(
        fact_id=fact_id(plain),
        party_id=plain.parties["Zaveri"],
        amount_paise=212_121,
        number="909091",
        cheque_on=date(2026, 12, 9),
    )
    plain.run(cheque)
    plain.run(PromiseErrands(errands=(_print_of(plain, plain.vouchers["R/2"]),)))
    shop = Shop(plain)
    shop.people[Role.ADMIN] = employ(plain, "Asha", Role.ADMIN)
    plain.books.acting = shop.people[Role.ADMIN]
    for role, name in ((Role.CLERK, "Bina"), (Role.AGENT, "Ravi"), (Role.ACCOUNTANT, "CA Shah")):
        shop.people[role] = employ(plain, name, role)
    mine = (plain.parties["Ganesh"],)
    plain.run(AssignParties(fact_id=fact_id(plain), agent_id=shop.of(Role.AGENT), party_ids=mine))
    _chase(plain, shop.of(Role.AGENT))
    yield shop
    plain.books.close()


def _chase(plain: PlainBooks, agent_id: UserId) -> None:
    """What was done about the other party, and a run sheet on which it stands."""
    ganesh, zaveri = plain.parties["Ganesh"], plain.parties["Zaveri"]
    promised_on = plain.clock.today_on()
    for command in (
        MakePromise(
            fact_id=fact_id(plain), party_id=zaveri, amount_paise=414_141, promised_on=promised_on
        ),
        NoteVisit(fact_id=fact_id(plain), party_id=zaveri, outcome=Outcome.DISPUTE, note="909092"),
        PlanBeat(fact_id=fact_id(plain), beat="Secretroad", party_ids=(zaveri,)),
        IssueRunSheet(
            fact_id=fact_id(plain),
            agent_id=agent_id,
            rows=(SheetRow(ganesh, 100), SheetRow(zaveri, 717_171)),
        ),
    ):
        plain.run(command)


# Every line there must be --------------------------------------------------------


def test_every_ask_and_every_command_and_every_fact_has_its_line() -> None:
    assert set(MAY_ASK) == set(every_ask())
    assert set(MAY_RUN) == set(every_command())
    assert set(OF_FACTS) == {body for _n, body in KINDS.values()} - {KINDS["ReceiptRecorded"][1]}
    assert set(OF_VOUCHERS) == set(VOUCHER_FACTS)


def _tables() -> list[Table]:
    return [
        table
        for metadata in (tables.LOG, tables.LOCAL, tables.PROJECTIONS)
        for table in metadata.sorted_tables
    ]


@pytest.mark.parametrize("table", _tables(), ids=lambda table: table.name)
def test_every_table_has_a_rule_of_its_own_or_names_a_party(table: Table) -> None:
    by_column = {"party_row", "party_id", "agent_id"} & set(table.columns.keys())
    assert table.name in scope.RULES or by_column, "say in scope.RULES what an agent sees of it"


# Asks ----------------------------------------------------------------------------


def _values(shop: Shop) -> dict[str, list[Any]]:
    with shop.plain.books.reading() as conn:
        facts = list(conn.execute(select(tables.fact.c.fact_id)).scalars())
        rows = conn.execute(select(tables.bill.c.voucher_row, tables.bill.c.n))
        bills = frozenset((row, n) for row, n in rows)
    texts = ["Zaveri", "zav", "ZZHID", "98250 77777", "SA01/26/000002", "Secretroad", "z", "s/2"]
    texts += [shop.zaveri.hex(), shop.plain.vouchers["R/2"].hex()]
    return {
        "PartyId": [shop.ganesh, shop.zaveri],
        "VoucherId": list(shop.plain.vouchers.values()),
        "FactId": facts,
        "UserId": list(shop.people.values()),
        "account_code": ["debtors", "bank"],
        "bytes": [shop.zaveri, *shop.plain.vouchers.values()],
        "frozenset[BillRow]": [bills],
        "text": texts,
        "prefix": [""],
        "date": [shop.plain.clock.today_on().replace(day=1)],
        "int": [50],
        "Mode": [Mode.UPI],
        "Document": [Document.RECEIPT],
        "PaymentStamp": [PaymentStamp((), 0)],
    }


def _asks(shop: Shop, ask: type[Any]) -> Iterator[Any]:
    values = _values(shop)
    chosen: list[dict[str, Any]] = [{}]
    for each in fields(ask):
        if each.default is MISSING and each.default_factory is MISSING:
            few = values[each.name] if each.type == "str" else values[str(each.type)]
            chosen = [{**before, each.name: value} for before in chosen for value in few]
    months: list[dict[str, Any]] = [{}]
    if "from_on" in {each.name for each in fields(ask)}:
        months.append({"from_on": shop.plain.clock.today_on().replace(day=1)})
    for given in chosen:
        for month in months:
            yield ask(**{**given, **month})


def _outcome(shop: Shop, role: Role, ask: Any) -> Any:
    try:
        return shop.ask(role, ask)
    except CollectIQError as error:
        return type(error), str(error)


PROGRAMS = {ask for ask, line in MAY_ASK.items() if line is Onlooker.PROGRAM}
ASKS = sorted(MAY_ASK, key=lambda ask: ask.__name__)


def test_an_agent_learns_nothing_of_a_party_of_somebody_else(shop: Shop) -> None:
    hidden = [shop.zaveri, *(shop.plain.vouchers[name] for name in ("S/2", "R/2", "R/3", "C/1"))]
    marks = ["Zaveri", "Secretroad", "9825077777", "77777", "90909"]
    marks += [repr(each) for each in hidden]
    marks += [str(paise) for paise in HIDDEN_SUMS]
    marks += ["SA01/26/000002", "RA01/26/000002", "RA01/26/000003", "CA01/26/000001"]
    for ask in ASKS:
        # What the program asks for itself is shown to nobody as it is.
        for each in _asks(shop, ask) if ask not in PROGRAMS else ():
            told, asked = repr(_outcome(shop, Role.AGENT, each)), repr(each)
            assert not [mark for mark in marks if mark in told and mark not in asked], each


def test_what_is_hidden_is_found_by_who_sees_all_parties(shop: Shop) -> None:
    """The marks that no agent is told are there to be told."""
    told = "".join(
        repr(_outcome(shop, Role.ADMIN, each)) for ask in ASKS for each in _asks(shop, ask)
    )
    for mark in ("Zaveri", "Secretroad", "77777", "90909", *map(str, HIDDEN_SUMS)):
        assert mark in told


def test_a_hidden_id_is_answered_as_one_that_nobody_has(shop: Shop) -> None:
    for ask in ASKS:
        names = {each.name for each in fields(ask)} & {"party_id", "voucher_id", "subject_id"}
        for each in _asks(shop, ask) if names and ask not in PROGRAMS else ():
            name = min(names)
            if getattr(each, name) in (shop.zaveri, shop.plain.vouchers["R/2"]):
                guessed = replace(each, **{name: b"?" * 16})
                answers = [_outcome(shop, Role.AGENT, told) for told in (each, guessed)]
                assert answers[0] == answers[1], each


@pytest.mark.parametrize("role", Role)
def test_each_role_may_ask_what_its_permissions_say(shop: Shop, role: Role) -> None:
    refused = {
        ask.__name__
        for ask in ASKS
        if _outcome(shop, role, next(_asks(shop, ask)))
        == (Refused, "You may not see this; an admin can permit it.")
    }
    assert refused == NOT_SEEN.get(role, set())


NOT_SEEN = {
    Role.ACCOUNTANT: {"Assignments", "AssignmentSteps", "PartyMarks", "SignIns"},
    Role.CLERK: {
        "AgentFigures",
        "Assignments",
        "AssignmentSteps",
        "PartyMarks",
        "TrialBalance",
        "AccountLedger",
        "RiskOutlooks",
        "EditLog",
        "SignIns",
        "Custody",
        "CashMoves",
    },
    Role.AGENT: {
        "AgentFigures",
        "Assignments",
        "AssignmentSteps",
        "PartyMarks",
        "TrialBalance",
        "AccountLedger",
        "RiskOutlooks",
        "VoucherHistory",
        "EditLog",
        "SignIns",
    },
}


def test_who_may_not_see_totals_is_told_each_party_and_no_sum(shop: Shop) -> None:
    for ask in (Outstanding(), Ageing(), Dues(), Chase(), Promises(), ChequeRegister()):
        clerk, owner = shop.ask(Role.CLERK, ask), shop.ask(Role.ADMIN, ask)
        assert (clerk.has_totals, owner.has_totals) == (False, True)
        assert shop.ask(Role.AGENT, ask).has_totals, "an agent's sums are over the own parties"
    sheet = shop.ask(Role.CLERK, Outstanding())
    assert (sheet.total_paise, len(sheet.parties)) == (0, 2)
    assert shop.ask(Role.CLERK, Ageing()).total_paise == 0
    assert shop.ask(Role.CLERK, Dues()).owed_paise == 0
    chase, promised = shop.ask(Role.CLERK, Chase()), shop.ask(Role.CLERK, Promises())
    assert (chase.cheques_paise, chase.due.amount_paise, chase.broken.amount_paise) == (0, 0, 0)
    assert {each[1:] for each in (promised.due, promised.late, promised.broken)} == {(0, 0)}
    assert not any(each.amount_paise for each in shop.ask(Role.CLERK, ChequeRegister()).sums)
    trusted = employ(shop.plain, "Dipa", granted=("see_totals",))
    assert shop.plain.books.ask(Outstanding(), by=trusted).total_paise != 0


def test_before_the_sign_in_only_what_tells_nothing_is_answered(shop: Shop) -> None:
    shop.plain.books.acting = None
    answered = set()
    for ask in ASKS:
        try:
            shop.plain.books.ask(next(_asks(shop, ask)))
        except Refused as refused:
            told = str(refused)
        else:
            told = ""
        if "Sign in first" not in told:
            answered.add(ask)
    open_ = (Onlooker.ANYBODY, Onlooker.PROGRAM)
    assert answered == {ask for ask, line in MAY_ASK.items() if line in open_}


def test_sums_of_an_agent_are_of_the_own_parties(shop: Shop) -> None:
    balance = 1_000_00 - 400_00 + 25_00
    assert shop.ask(Role.AGENT, Outstanding()).total_paise == balance
    assert [row.party for row in shop.ask(Role.AGENT, PartyList()).rows] == ["Ganesh"]
    assert shop.ask(Role.AGENT, FindParties(text="zav")) == ()
    card = shop.ask(Role.AGENT, PartyCard(party_id=shop.ganesh))
    assert card.is_tied_out
    assert card.balance_paise == balance
    statement = shop.ask(Role.AGENT, PartyStatement(party_id=shop.ganesh))
    assert statement.closing_paise == balance
    assert shop.ask(Role.AGENT, Ageing()) != shop.ask(Role.CLERK, Ageing())
    assert len(shop.ask(Role.CLERK, PartyList()).rows) == 2


def test_a_journal_with_another_party_in_it_is_no_paper_for_an_agent(shop: Shop) -> None:
    with pytest.raises(NotFound, match="voucher"):
        shop.ask(Role.AGENT, VoucherCard(voucher_id=shop.plain.vouchers["J/1"]))
    assert shop.ask(Role.CLERK, VoucherCard(voucher_id=shop.plain.vouchers["J/1"])).postings


def test_what_was_assigned_away_is_gone_at_the_next_question(shop: Shop) -> None:
    assert shop.ask(Role.AGENT, ResolveParty(text="ganesh")).party == "Ganesh"
    other = employ(shop.plain, "Meena", Role.AGENT)
    command = AssignParties(fact_id=fact_id(shop.plain), agent_id=other, party_ids=(shop.ganesh,))
    shop.run(Role.ADMIN, command)
    with pytest.raises(NotFound):
        shop.ask(Role.AGENT, ResolveParty(text="ganesh"))
    with pytest.raises(NotFound):
        shop.run(Role.AGENT, _receipt(shop, shop.ganesh))


def test_an_agent_does_not_look_into_the_past_of_all_parties(shop: Shop) -> None:
    shop.plain.books.acting = shop.of(Role.AGENT)
    with pytest.raises(Refused, match="may not see this"):
        shop.plain.books.ask_as_known(PartyList(), 0)
    shop.plain.books.acting = shop.of(Role.CLERK)
    known_at = shop.plain.books.now_at()
    assert len(shop.plain.books.ask_as_known(PartyList(), known_at).rows) == 2


def test_the_next_reader_of_the_same_connection_sees_everything(shop: Shop) -> None:
    for _turn in range(4):
        assert len(shop.ask(Role.AGENT, PartyList()).rows) == 1
        assert len(shop.ask(Role.ADMIN, PartyList()).rows) == 2


# Commands --------------------------------------------------------------------------

NOT_PERMITTED = "You are not permitted to do this; ask an admin."
CLERKS = {
    "AddParty",
    "AmendParty",
    "AddItem",
    "AmendItem",
    "PostInvoice",
    "RecordReceipt",
    "PostCreditNote",
    "PostDebitNote",
    "AmendVoucher",
    "SetOff",
    "ReceiveCheque",
    "DepositCheque",
    "ClearCheque",
    "BounceCheque",
    "GiveBackCheque",
    "MakePromise",
    "WithdrawPromise",
    "NoteVisit",
    "NoteReminder",
    "CorrectPhone",
    "AttachPicture",
    "SettlePhone",
    "CountInCash",
    "IssueRunSheet",
    "CloseRunSheet",
    "PlanBeat",
}
AGENTS = {
    "RecordReceipt",
    "SetOff",
    "ReceiveCheque",
    "MakePromise",
    "WithdrawPromise",
    "NoteVisit",
    "NoteReminder",
    "CorrectPhone",
    "AttachPicture",
    "CloseRunSheet",
}
FREE = {command.__name__ for command, line in MAY_RUN.items() if isinstance(line, Anyone)}
ALLOWED = {
    Role.ADMIN: {command.__name__ for command in every_command()},
    Role.CLERK: CLERKS | FREE,
    Role.AGENT: AGENTS | FREE,
    Role.ACCOUNTANT: FREE,
}


def _some(hint: Any, shop: Shop) -> Any:
    """A value of a type that a command may hold."""
    values: dict[Any, Any] = {int: 1, str: "x", bool: False, bytes: shop.plain.ids.mint()}
    return values.get(hint, shop.plain.ids.mint())


def _command(shop: Shop, command: type[Any]) -> Any:
    hints = get_type_hints(command)
    given: dict[str, Any] = {}
    for each in fields(command):
        if each.default is MISSING and each.default_factory is MISSING:
            hint = hints[each.name]
            given[each.name] = _some(getattr(hint, "__supertype__", hint), shop)
    return command(**given)


COMMANDS = sorted(every_command(), key=lambda command: command.__name__)


@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_what_its_permissions_say(shop: Shop, role: Role) -> None:
    done = set()
    for command in COMMANDS:
        given = _command(shop, command)
        try:
            shop.run(role, given)
        except Refused as refused:
            told = str(refused)
        except (AttributeError, TypeError):
            told = "it came to the command's own function, which met what cannot be"
        else:
            told = ""
        if told != NOT_PERMITTED:
            done.add(command.__name__)
    assert done == ALLOWED[role]


def test_before_the_sign_in_nothing_is_recorded(shop: Shop) -> None:
    shop.plain.books.acting = None
    for command in COMMANDS:
        if MAY_RUN[command] is not Anyone.PROGRAM:
            given = _command(shop, command)
            with pytest.raises(Refused, match="Sign in first"):
                shop.plain.books.run(given)


def _receipt(shop: Shop, party_id: PartyId, **given: Any) -> RecordReceipt:
    voucher_id = VoucherId(shop.plain.ids.mint())
    values = {"voucher_id": voucher_id, "amount_paise": 5_000, **given}
    return RecordReceipt(party_id=party_id, **values)


def test_an_agent_takes_money_of_the_own_parties_only(shop: Shop) -> None:
    posted = shop.run(Role.AGENT, _receipt(shop, shop.ganesh))
    assert shop.ask(Role.AGENT, VoucherCard(voucher_id=posted.voucher_id)).party == "Ganesh"
    told = []
    for party_id in (shop.zaveri, PartyId(b"?" * 16)):
        with pytest.raises(NotFound) as refused:
            shop.run(Role.AGENT, _receipt(shop, party_id))
        told.append((str(refused.value), refused.value.field))
    assert told[0] == told[1]


def test_an_agents_cash_is_his_own_and_right_though_the_party_went(shop: Shop) -> None:
    ravi = shop.of(Role.AGENT)
    shop.run(Role.AGENT, _receipt(shop, shop.ganesh, agent_id=shop.of(Role.CLERK)))
    shop.run(Role.AGENT, _receipt(shop, shop.ganesh))
    count = CountInCash(
        voucher_id=VoucherId(shop.plain.ids.mint()), agent_id=ravi, counted=(Pieces(50, 1),)
    )
    counted = shop.run(Role.CLERK, replace(count, declared_paise=5_000))
    other = employ(shop.plain, "Meena", Role.AGENT)
    move = AssignParties(fact_id=fact_id(shop.plain), agent_id=other, party_ids=(shop.ganesh,))
    shop.run(Role.ADMIN, move)
    with pytest.raises(Refused):
        shop.ask(Role.CLERK, Custody(agent_id=ravi))
    for role in (Role.AGENT, Role.ADMIN):
        [agent] = shop.ask(role, Custody(agent_id=ravi)).agents
        assert (agent.held_paise, agent.unsigned_count) == (5_000, 1)
        assert [line.counted_paise for line in shop.ask(role, Handovers())] == [5_000]
    shop.run(Role.AGENT, SignCash(fact_id=fact_id(shop.plain), voucher_id=counted.voucher_id))
    assert shop.ask(Role.CLERK, Handovers())[0].is_agreed is True


def test_an_agent_cannot_touch_what_is_hidden_by_its_id(shop: Shop) -> None:
    taken = shop.plain.vouchers["R/2"]
    with pytest.raises(NotFound):
        shop.run(Role.AGENT, _receipt(shop, shop.zaveri, voucher_id=taken))
    errand = _print_of(shop.plain, taken)
    with pytest.raises(NotFound):
        shop.run(Role.AGENT, PromiseErrands(errands=(errand,)))
    assert shop.ask(Role.AGENT, IsRecorded(fact_id=FactId(taken))) is False


def test_what_was_sent_before_is_answered_again_though_the_party_went(shop: Shop) -> None:
    command = _receipt(shop, shop.ganesh)
    first = shop.run(Role.AGENT, command)
    other = employ(shop.plain, "Meena", Role.AGENT)
    move = AssignParties(fact_id=fact_id(shop.plain), agent_id=other, party_ids=(shop.ganesh,))
    shop.run(Role.ADMIN, move)
    again = shop.run(Role.AGENT, command)
    assert (again.voucher_id, again.number) == (first.voucher_id, first.number)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"discount_paise": 500_01}, "discount"),
        ({"round_off_paise": 9_99, "discount_paise": 1}, None),
        ({"discount_paise": 500_00}, None),
    ],
)
def test_a_clerk_gives_discount_up_to_the_limit(
    shop: Shop, given: dict[str, int], field: str | None
) -> None:
    command = _receipt(shop, shop.zaveri, amount_paise=1_000_00, **given)
    if field is None:
        shop.run(Role.CLERK, command)
        return
    with pytest.raises(Refused, match=r"at most ₹500\.00 discount") as refused:
        shop.run(Role.CLERK, command)
    assert refused.value.field == field
    shop.run(Role.ADMIN, command)


def test_days_back_are_counted_by_the_role(shop: Shop) -> None:
    today = shop.plain.clock.today_on()
    for role, days in ((Role.CLERK, 7), (Role.AGENT, 1)):
        edge = today.replace(day=today.day - days)
        shop.run(role, _receipt(shop, shop.ganesh, on=edge))
        with pytest.raises(Refused, match="from ") as refused:
            shop.run(role, _receipt(shop, shop.ganesh, on=edge.replace(day=edge.day - 1)))
        assert refused.value.field == "on"
    shop.run(Role.ADMIN, _receipt(shop, shop.ganesh, on=today.replace(month=1)))


def test_a_clerk_changes_a_party_but_not_its_credit(shop: Shop) -> None:
    def amend(**changes: Any) -> AmendParty:
        return AmendParty(fact_id=fact_id(shop.plain), party_id=shop.zaveri, changes=changes)

    shop.run(Role.CLERK, amend(beat="South"))
    with pytest.raises(Refused, match="not permitted"):
        shop.run(Role.CLERK, amend(credit_limit_paise=1_00))
    shop.run(Role.ADMIN, amend(credit_limit_paise=1_00))
