"""Money as it must be: the log folded by the plain rule of each verdict.

Nothing here knows a projection, nor asks the code that makes them.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.domain.vouchers import (
    AGENTS,
    DEBTORS,
    Claim,
    Mode,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.wire.codec import body_or_none
from collectiq_desktop.core.wire.collecting import (
    ChequeCleared,
    ChequeGivenBack,
    ChequeReceived,
    PhoneAsked,
    PromiseMade,
    PromiseWithdrawn,
    ReminderOpened,
)
from collectiq_desktop.core.wire.facts import (
    EmployeeAdded,
    EmployeeAmended,
    Fact,
    FactReleased,
    ImportUndone,
    VoucherAmended,
    VoucherCancelled,
)

BillAt = tuple[bytes, int]
_CHEQUE_WALK = {
    ("in_hand", "deposit"): "deposited",
    ("in_hand", "give_back"): "given_back",
    ("deposited", "clear"): "cleared",
    ("deposited", "bounce"): "bounced",
    ("cleared", "bounce"): "bounced",
    ("bounced", "deposit"): "deposited",
    ("bounced", "give_back"): "given_back",
}


class Standing(NamedTuple):
    """A document's newest version, and the place from which it counts."""

    voucher: Voucher
    order: int


class Model:
    """Each accepted document once, its newest version; and what was said of cheques."""

    def __init__(self, facts: Mapping[bytes, Fact], places: Iterable[Any]) -> None:
        self._facts = facts
        self.standing: dict[bytes, Standing | None] = {}
        self.batches: dict[bytes, bytes] = {}
        self.post_dated: dict[bytes, ChequeReceived] = {}
        self.promised: set[bytes] = set()
        self.withdrawn: set[bytes] = set()
        self.reminded: set[tuple[bytes, bytes, int]] = set()
        self.phones: set[tuple[bytes, bytes, str]] = set()
        self._steps: list[tuple[int, bytes, str]] = []
        for place in places:
            if place.verdict == "accepted":
                self._take(facts[place.fact_id], place.firm_seq)

    def _take(self, fact: Fact, order: int) -> None:
        body = body_or_none(fact)
        if isinstance(body, FactReleased):
            self._take(self._facts[body.held_id], order)
        elif isinstance(body, Voucher):
            assert fact.fact_id not in self.standing, "a document counts twice"
            self.standing[fact.fact_id] = Standing(body, order)
            if body.batch_id is not None:
                self.batches[fact.fact_id] = body.batch_id
        elif isinstance(body, VoucherAmended):
            self.standing[body.voucher_id] = Standing(body.voucher, order)
        elif isinstance(body, VoucherCancelled):
            self.standing[body.voucher_id] = None
        elif isinstance(body, ImportUndone):
            for voucher_id, batch_id in self.batches.items():
                if batch_id == body.batch_id:
                    self.standing[voucher_id] = None
        else:
            self._take_collecting(fact, body, order)

    def _take_collecting(self, fact: Fact, body: Any, order: int) -> None:
        if isinstance(body, ChequeReceived):
            self.post_dated[fact.fact_id] = body
        elif isinstance(body, ChequeCleared):
            self._steps.append((order, body.cheque_id, "clear"))
        elif isinstance(body, ChequeGivenBack):
            self._steps.append((order, body.cheque_id, "give_back"))
        elif isinstance(body, PromiseMade):
            self.promised.add(fact.fact_id)
        elif isinstance(body, PromiseWithdrawn):
            self.withdrawn.add(fact.fact_id)
        elif isinstance(body, ReminderOpened):
            self.reminded.add((fact.fact_id, body.party_id, body.amount_paise))
        elif isinstance(body, PhoneAsked):
            self.phones.add((fact.fact_id, body.party_id, body.phone))

    def _vouchers(self) -> list[tuple[bytes, Standing]]:
        there = [(key, each) for key, each in self.standing.items() if each is not None]
        return sorted(there, key=lambda pair: pair[1].order)

    def balances(self) -> dict[bytes, int]:
        """What each party owes; none of nothing."""
        sums: Tally[bytes] = Tally()
        for _id, (voucher, _order) in self._vouchers():
            for posting in voucher.postings:
                if posting.account_code == DEBTORS:
                    party_id = voucher.party_of(posting)
                    assert party_id is not None
                    sums[party_id] += posting.amount_paise
        return {party_id: paise for party_id, paise in sums.items() if paise}

    def accounts(self) -> dict[str, int]:
        """What each account stands at, debit positive; together nothing."""
        sums: Tally[str] = Tally()
        for _id, (voucher, _order) in self._vouchers():
            for posting in voucher.postings:
                sums[posting.account_code] += posting.amount_paise
        assert sum(sums.values()) == 0, "the books do not close"
        return {code: paise for code, paise in sums.items() if paise}

    def with_agents(self) -> dict[bytes, int]:
        """The cash that is with each agent; none of nothing."""
        sums: Tally[bytes] = Tally()
        for _id, (voucher, _order) in self._vouchers():
            for posting in voucher.postings:
                if posting.account_code == AGENTS:
                    assert voucher.agent_id is not None, "cash with nobody"
                    sums[voucher.agent_id] += posting.amount_paise
        return {agent_id: paise for agent_id, paise in sums.items() if paise}

    def open_bills(self) -> dict[BillAt, int]:
        """What is open of each bill, after all claims in the firm's order."""
        bills: dict[BillAt, tuple[bytes | None, int]] = {}
        for voucher_id, (voucher, _order) in self._vouchers():
            for bill in voucher.bills:
                bills[voucher_id, bill.n] = (voucher.party_of(bill), bill.amount_paise)
        open_paise = {at: paise for at, (_party, paise) in bills.items()}
        took: defaultdict[tuple[BillAt, bytes], int] = defaultdict(int)
        for voucher_id, (voucher, _order) in self._vouchers():
            for claim in voucher.claims:
                at = (bytes(claim.bill_voucher_id), claim.bill_n)
                if at not in bills or bills[at][0] != voucher.party_of(claim):
                    continue
                undone_id = voucher.undoes_id if voucher.undoes_id != at[0] else None
                if undone_id is None:
                    part = _lowered(open_paise[at], claim, is_advance=bills[at][1] < 0)
                else:
                    back = claim._replace(amount_paise=_given_back(took[at, undone_id], claim))
                    part = _lowered(open_paise[at], back, is_advance=bills[at][1] < 0)
                took[at, voucher_id if undone_id is None else undone_id] += part
                open_paise[at] += part
        return open_paise

    def cheques(self) -> dict[bytes, str]:
        """Where each cheque stands; every step of the log must fit the one before."""
        steps = list(self._steps)
        states = dict.fromkeys(self.post_dated, "in_hand")
        for voucher_id, (voucher, order) in self._vouchers():
            if voucher.cheque_id is not None:
                step = "bounce" if voucher.kind is VoucherKind.JOURNAL else "deposit"
                steps.append((order, voucher.cheque_id, step))
            elif voucher.kind is VoucherKind.RECEIPT and voucher.mode is Mode.CHEQUE:
                states[voucher_id] = "in_hand"
        for _order, cheque_id, step in sorted(steps):
            if cheque_id in states:
                state = states[cheque_id]
                assert (state, step) in _CHEQUE_WALK, f"{step} of a cheque that is {state}"
                states[cheque_id] = _CHEQUE_WALK[state, step]
        return states

    def credited_by(self) -> dict[bytes, int]:
        """What each cheque credits its party by all its vouchers, charges aside."""
        sums: Tally[bytes] = Tally()
        for voucher_id, (voucher, _order) in self._vouchers():
            is_received = voucher.kind is VoucherKind.RECEIPT and voucher.mode is Mode.CHEQUE
            cheque_id = voucher.cheque_id or (voucher_id if is_received else None)
            if cheque_id is None:
                continue
            charges = sum(p.amount_paise for p in voucher.postings if p.account_code == "charges")
            debtors = sum(p.amount_paise for p in voucher.postings if p.account_code == DEBTORS)
            sums[cheque_id] -= debtors + charges
        return dict(sums)


def _lowered(open_paise: int, claim: Claim, *, is_advance: bool) -> int:
    """A claim takes no more than is open; one the other way is taken whole."""
    if is_advance:
        return -_lowered(
            -open_paise, claim._replace(amount_paise=-claim.amount_paise), is_advance=False
        )
    wanted = -claim.amount_paise
    return -wanted if wanted <= open_paise else -open_paise


def _given_back(taken_paise: int, claim: Claim) -> int:
    """What an undone voucher took comes back, no more than that."""
    if taken_paise < 0 < claim.amount_paise:
        return min(-taken_paise, claim.amount_paise)
    if claim.amount_paise < 0 < taken_paise:
        return max(-taken_paise, claim.amount_paise)
    return 0


class Staff:
    """Who is what, as the log says up to some place."""

    def __init__(self) -> None:
        self._edits: dict[tuple[bytes, str], list[tuple[int, int, bytes, Edit]]] = {}

    def __bool__(self) -> bool:
        return bool(self._edits)

    def take(self, fact: Fact, body: object, effective_at: int, firm_seq: int) -> None:
        """Hear of a fact that was accepted."""
        if isinstance(body, EmployeeAdded):
            for name, first in body.fields.items():
                line = (effective_at, firm_seq, bytes(fact.fact_id), Edit(first, None))
                self._edits[fact.fact_id, name] = [line]
        elif isinstance(body, EmployeeAmended):
            for name, edit in body.edits.items():
                line = (effective_at, firm_seq, bytes(fact.fact_id), edit)
                self._edits.setdefault((body.employee_id, name), []).append(line)

    def is_admin(self, user_id: bytes) -> bool:
        """Whether an employee has all rights now."""
        is_here = self._now(user_id, "is_active", usual=True)
        return bool(is_here) and self._now(user_id, "role", usual="clerk") == "admin"

    def _now(self, user_id: bytes, name: str, usual: object) -> object:
        """The value that no edit names as replaced; of several the one of the latest instant."""
        lines = self._edits.get((user_id, name), [])
        replaced = {edit.replaces for *_rank, edit in lines}
        standing = [line for line in lines if line[2] not in replaced]
        return max(standing)[3].value if standing else usual
