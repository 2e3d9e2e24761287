"""Ageing of a day, as known at an instant, is the picture taken at that instant."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.ageing import Ageing, AgeingSheet
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.posting import Posted
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.engines import place
from tests.fakes import CountingIds, FixedClock

WORK = st.tuples(
    st.sampled_from(["invoice", "invoice", "receipt", "cancel", "picture"]),
    st.integers(1, 500),
    st.integers(0, 90),
    st.integers(0, 5),
)


class Desk:
    """One counter, whose clerk enters vouchers also for days gone by."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock()
        around = Surroundings(clock=self.clock, ids=CountingIds())
        self.books = Books.create(place(folder / "desk.ciq"), Firm(name="As Known Traders"), around)
        self.party_id = PartyId(self.books.mint_id())
        self.books.run(AddParty(party_id=self.party_id, party=Party(name="Asha", credit_days=15)))
        self.posted: list[VoucherId] = []
        self.cancelled: set[VoucherId] = set()
        self.pictures: list[tuple[Ageing, int, AgeingSheet]] = []

    def act(self, what: str, paise: int, back_days: int, later_days: int) -> None:
        self.clock.move(days=later_days, ms=1)
        on = self.clock.today_on() - timedelta(days=back_days)
        if what == "picture":
            ask = Ageing(as_of_on=on)
            self.pictures.append((ask, self.clock.now_at(), self.books.ask(ask)))
        elif what == "cancel":
            self._cancel(paise)
        else:
            kind = PostInvoice if what == "invoice" else RecordReceipt
            voucher_id = VoucherId(self.books.mint_id())
            command = kind(voucher_id=voucher_id, party_id=self.party_id, amount_paise=paise, on=on)
            posted: Posted = self.books.run(command).result
            self.posted.append(posted.voucher_id)

    def _cancel(self, pick: int) -> None:
        if not self.posted:
            return
        voucher_id = self.posted[pick % len(self.posted)]
        command = CancelVoucher(
            fact_id=FactId(self.books.mint_id()), voucher_id=voucher_id, reason="wrong"
        )
        if voucher_id in self.cancelled:
            with pytest.raises(Refused, match="cancelled already"):
                self.books.run(command)
            return
        self.books.run(command)
        self.cancelled.add(voucher_id)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORK, max_size=25))
def test_a_day_as_known_then_is_the_picture_taken_then(
    work: list[tuple[str, int, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for step in [*work, ("picture", 1, 30, 0), ("invoice", 77, 60, 1), ("receipt", 33, 50, 1)]:
            desk.act(*step)
        for ask, known_at, picture in desk.pictures:
            assert desk.books.ask_as_known(ask, known_at) == picture
        desk.books.close()
