"""The workload W(n, p): n vouchers of p parties over 730 days, the same for one seed.

Neither the books nor the raw limit is known here; both are given these.
"""

from __future__ import annotations

from bisect import bisect
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from tests.benchmarks.names import party_names

DAYS = 730
TODAY_ON = date(2026, 11, 22)
FIRST_ON = TODAY_ON - timedelta(days=DAYS - 1)
_ZIPF = 0.8
_TRIES = 400
_SALE, _RECEIPT, _CREDIT_NOTE = "SRC"
_SHARES = {_SALE: 0.60, _RECEIPT: 0.38, _CREDIT_NOTE: 0.02}
_PARTIAL = 0.30
_GST_PERCENT = 18
_CREDIT_DAYS = (0, 7, 15, 21, 30, 30, 45)


class WorkParty(NamedTuple):
    """A party of the workload; its place in the list is its number."""

    name: str
    code: str
    phone: str
    credit_days: int


class WorkClaim(NamedTuple):
    """Money against a bill, which is named by the number of its voucher."""

    voucher_no: int
    paise: int


class WorkVoucher(NamedTuple):
    """One voucher. `paise` is positive; `tax_paise` is contained in it."""

    no: int
    kind: str
    number: str
    on: date
    due_on: date
    party_no: int
    paise: int
    tax_paise: int
    claims: tuple[WorkClaim, ...]


@dataclass(slots=True)
class _OpenBill:
    voucher_no: int
    open_paise: int


@dataclass
class Workload:
    """Parties, and vouchers drawn one after another; a second walk gives the same."""

    vouchers_count: int
    parties_count: int
    later_count: int = 0
    seed: int = 1
    parties: list[WorkParty] = field(init=False)

    def __post_init__(self) -> None:
        rng = Random(self.seed)
        names = party_names(self.parties_count, rng)
        self.parties = [
            WorkParty(name, f"P{n:05d}", f"9{n:09d}", rng.choice(_CREDIT_DAYS))
            for n, name in enumerate(names)
        ]

    @property
    def busiest_no(self) -> int:
        """The party with the most vouchers: activity falls with the number."""
        return 0

    def vouchers(self) -> Iterator[WorkVoucher]:
        """All vouchers in the order of their days, then those that come later, today."""
        return _Draw(self).vouchers()


class _Draw:
    """One walk through the vouchers; only what is open is kept in memory."""

    def __init__(self, workload: Workload) -> None:
        self._workload = workload
        self._rng = Random(workload.seed + 1)
        weights = ((n + 1) ** -_ZIPF for n in range(workload.parties_count))
        self._shares = list(accumulate(weights))
        self._open: dict[int, deque[_OpenBill]] = {}
        self._numbers = dict.fromkeys(_SHARES, 0)

    def vouchers(self) -> Iterator[WorkVoucher]:
        count = self._workload.vouchers_count
        kinds, shares = tuple(_SHARES), tuple(_SHARES.values())
        for no in range(count + self._workload.later_count):
            on = FIRST_ON + timedelta(days=min(DAYS - 1, no * DAYS // count))
            yield self._voucher(no, self._rng.choices(kinds, shares)[0], on)

    def _party(self) -> int:
        return bisect(self._shares, self._rng.random() * self._shares[-1])

    def _voucher(self, no: int, kind: str, on: date) -> WorkVoucher:
        party_no = self._party()
        if kind != _SALE:
            tries = (self._party() for _ in range(_TRIES))
            found = next((each for each in tries if self._open.get(each)), None)
            kind, party_no = (_SALE, party_no) if found is None else (kind, found)
        claims = self._claims(kind, party_no)
        paise = sum(-claim.paise for claim in claims) or self._rng.randint(50_000, 5_000_000)
        tax_paise = 0 if kind == _RECEIPT else paise * _GST_PERCENT // (100 + _GST_PERCENT)
        if kind == _SALE:
            self._open.setdefault(party_no, deque()).append(_OpenBill(no, paise))
        self._numbers[kind] += 1
        days = self._workload.parties[party_no].credit_days
        return WorkVoucher(
            no,
            kind,
            f"{kind}/{self._numbers[kind]:07d}",
            on,
            on + timedelta(days=days),
            party_no,
            paise,
            tax_paise,
            claims,
        )

    def _claims(self, kind: str, party_no: int) -> tuple[WorkClaim, ...]:
        if kind == _SALE:
            return ()
        bills, rng = self._open[party_no], self._rng
        count = 1 if kind == _CREDIT_NOTE else min(rng.randint(1, 4), len(bills))
        is_partial = kind == _CREDIT_NOTE or rng.random() < _PARTIAL
        claims = []
        for n in range(count):
            bill = bills[0]
            part = bill.open_paise
            if is_partial and n == count - 1:
                part = rng.randint(1, max(1, part - 1))
            bill.open_paise -= part
            claims.append(WorkClaim(bill.voucher_no, -part))
            if not bill.open_paise:
                bills.popleft()
        return tuple(claims)
