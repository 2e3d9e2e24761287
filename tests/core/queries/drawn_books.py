"""Books that Hypothesis draws: vouchers of any kind, day and order of arrival.

They come in as from another program, so that claims may exceed a bill, go the
wrong way, be dated before it, or arrive before it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.imports import BeginImport, TakeInVoucher
from tests.plain_books import PlainBooks, fresh_books

FIRST_ON = date(2026, 4, 1)
LAST_DAY = 90
PARTIES = ("Asha Stores", "मेहता ट्रेडर्स", "Zeenat Bags")


@dataclass(frozen=True)
class Move:
    """One drawn voucher; `target` is the place of the move whose bill is claimed."""

    kind: str
    day: int
    party: int
    paise: int
    credit_days: int
    target: int
    is_cancelled: bool

    @property
    def on(self) -> date:
        return FIRST_ON + timedelta(days=self.day)

    @property
    def moved_paise(self) -> int:
        """What it moves on the party's account."""
        return self.paise if self.kind in {"bill", "raise"} else -self.paise


moves = st.lists(
    st.builds(
        Move,
        kind=st.sampled_from(["bill", "bill", "lower", "lower", "raise", "advance", "rest"]),
        day=st.integers(0, LAST_DAY),
        party=st.integers(0, len(PARTIES) - 1),
        paise=st.sampled_from([1, 50, 100, 100, 1_000, 99_999]),
        credit_days=st.sampled_from([0, 7, 30]),
        target=st.integers(0, 11),
        is_cancelled=st.sampled_from([False, False, False, True]),
    ),
    max_size=12,
)
days = st.integers(-5, LAST_DAY + 5).map(lambda day: FIRST_ON + timedelta(days=day))


def balance_of(drawn: Sequence[Move], party: int, as_of_on: date) -> int:
    """What the party owes by the vouchers themselves."""
    return sum(
        move.moved_paise
        for move in drawn
        if move.party == party and move.on <= as_of_on and not move.is_cancelled
    )


@contextmanager
def books_of(drawn: Sequence[Move]) -> Iterator[PlainBooks]:
    """Real books with the drawn vouchers, in the order in which they were drawn."""
    with TemporaryDirectory() as folder:
        plain = fresh_books(Path(folder))
        for name in PARTIES:
            plain.add(Party(name=name))
        _take_in(plain, drawn)
        yield plain
        plain.books.close()


def _take_in(plain: PlainBooks, drawn: Sequence[Move]) -> None:
    batch_id = BatchId(plain.ids.mint())
    plain.run(BeginImport(batch_id=batch_id, source="drawn"))
    ids = [FactId(plain.ids.mint()) for _ in drawn]
    commands = [
        TakeInVoucher(
            fact_id=ids[at],
            voucher=voucher_of(plain, drawn, ids, at),
            batch_id=batch_id,
            origin_key=f"drawn/{at}",
            change="1",
        )
        for at in range(len(drawn))
    ]
    for result in plain.books.run_many(iter(commands), len(commands)):
        assert not isinstance(result, Exception), result
    for fact_id, move in zip(ids, drawn, strict=True):
        plain.vouchers[f"V/{ids.index(fact_id)}"] = VoucherId(fact_id)
        if move.is_cancelled:
            cancel_id = FactId(plain.ids.mint())
            plain.run(
                CancelVoucher(fact_id=cancel_id, voucher_id=VoucherId(fact_id), reason="drawn")
            )


def voucher_of(plain: PlainBooks, drawn: Sequence[Move], ids: Sequence[FactId], at: int) -> Voucher:
    move, number = drawn[at], f"V/{at}"
    other = "sales" if move.kind == "bill" else "cash"
    paise = move.moved_paise
    bills: tuple[BillOpened, ...] = ()
    claims: tuple[Claim, ...] = ()
    if move.kind in {"bill", "advance"}:
        due_on = move.on + timedelta(days=move.credit_days if move.kind == "bill" else 0)
        bills = (BillOpened(1, number, paise, move.on, due_on),)
    targets = [
        place
        for place, other_move in enumerate(drawn)
        if other_move.kind in {"bill", "advance"} and other_move.party == move.party
    ]
    if move.kind in {"lower", "raise"} and targets:
        target = targets[move.target % len(targets)]
        claims = (Claim(VoucherId(ids[target]), 1, paise),)
    kinds = {"bill": VoucherKind.SALES_INVOICE, "raise": VoucherKind.PAYMENT}
    return Voucher(
        kind=kinds.get(move.kind, VoucherKind.RECEIPT),
        number=number,
        on=move.on,
        party_id=PartyId(plain.parties[PARTIES[move.party]]),
        postings=(Posting(DEBTORS, paise), Posting(other, -paise)),
        bills=bills,
        claims=claims,
    )
