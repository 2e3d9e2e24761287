"""Two years of trade: who bought when, and how the money came back.

Everything is drawn before anything is written, as commands with their days;
the books spread each receipt over the oldest bills themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from collectiq_desktop.core.domain.items import gst_rate_on
from collectiq_desktop.core.domain.posting import GoodsLine, item_line, sale_of
from collectiq_desktop.core.domain.vouchers import DEBTORS, MAIN_BRANCH, Claim, Posting
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.journals import PostJournal
from collectiq_desktop.core.services.notes import PostCreditNote, PostDebitNote
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.paying import payments, receipt
from collectiq_desktop.demo.people import Habit
from collectiq_desktop.demo.words import Words

_DIWALI_MONTHS = frozenset({9, 10, 11})


@dataclass(frozen=True, slots=True)
class Trade:
    """Draws bundles: a bill, and how it is paid."""

    words: Words
    chance: Chance

    def bundles(self, buyers: Sequence[Buyer], count: int) -> list[Act]:
        """Commands that post exactly so many vouchers, in no order."""
        days = self.chance.workdays()
        weights = [buyer.retailer.weight for buyer in buyers]
        day_weights = [3 if day.month in _DIWALI_MONTHS else 2 for day in days]
        left = count
        found: list[Act] = []
        while left > 0:
            buyer = self.chance.rng.choices(buyers, weights)[0]
            on = self.chance.rng.choices(days, day_weights)[0]
            bundle = self._trimmed(self._bundle(buyer, on), left)
            left -= sum(act.is_voucher for act in bundle)
            found += bundle
        return found

    def _trimmed(self, bundle: list[Act], most: int) -> list[Act]:
        """What of the bundle lies before today and is not too much."""
        past = [act for act in bundle if act.on <= self.chance.last_on]
        kept: list[Act] = []
        for act in past:
            most -= act.is_voucher
            if most < 0:
                break
            kept.append(act)
        return kept

    def _bundle(self, buyer: Buyer, on: date) -> list[Act]:
        habit = buyer.retailer.habit
        if habit is Habit.DRYING_UP and self.chance.rng.random() < self.chance.passed(on):
            on = self.chance.workday(self.chance.first_on + (on - self.chance.first_on) / 2)
        if habit is Habit.ADVANCE and buyer.retailer.party.is_bill_wise:
            return self._paid_before(buyer, on)
        invoice, total_paise = self._invoice(buyer, on)
        acts = [invoice]
        if self.chance.happens(5):
            returned_paise = max(100, total_paise // 1_000 * 100)
            acts.append(self._returned(buyer, on, returned_paise))
            total_paise -= returned_paise
        if habit is Habit.LATE and self.chance.happens(4):
            acts.append(self._interest(buyer, on, total_paise))
        return acts + list(payments(self.words, self.chance, buyer, on, total_paise))

    def _invoice(self, buyer: Buyer, on: date) -> tuple[Act, int]:
        voucher_id = self.chance.voucher_id()
        usual = buyer.retailer.usual_paise
        wanted = max(20_000, usual * self.chance.rng.randint(30, 190) // 10_000 * 100)
        goods: tuple[GoodsLine, ...] = ()
        if self.chance.happens(40):
            goods = tuple(self._goods(wanted, on))
            wanted = sale_of(
                [item_line(line, is_inter_state=False) for line in goods], is_rounded=True
            ).total_paise
        command = PostInvoice(
            voucher_id=voucher_id,
            party_id=buyer.party_id,
            amount_paise=0 if goods else wanted,
            goods=goods,
            on=on,
            place_of_supply=self.words.firm.state_code,
        )
        return self.chance.moving(on, command, buyer, wanted), wanted

    def _goods(self, wanted_paise: int, on: date) -> Iterator[GoodsLine]:
        count = self.chance.rng.randint(1, 5)
        for item in self.chance.rng.sample(self.words.items, count):
            quantity = max(1, wanted_paise // count // item.rate_paise)
            yield GoodsLine(
                item.name,
                quantity * 1_000,
                item.rate_paise,
                item.unit,
                item.hsn,
                gst_rate_on(item, on),
            )

    def _returned(self, buyer: Buyer, on: date, paise: int) -> Act:
        day = self.chance.workday(on + timedelta(days=self.chance.rng.randint(1, 6)))
        command = PostCreditNote(
            voucher_id=self.chance.voucher_id(),
            party_id=buyer.party_id,
            amount_paise=paise,
            on=day,
            narration=self.chance.rng.choice(("Goods returned", "Leaking tins", "Rate difference")),
        )
        return self.chance.moving(day, command, buyer, -paise)

    def _interest(self, buyer: Buyer, on: date, total_paise: int) -> Act:
        day = self.chance.workday(on + timedelta(days=60))
        command = PostDebitNote(
            voucher_id=self.chance.voucher_id(),
            party_id=buyer.party_id,
            amount_paise=max(5_000, total_paise // 5_000 * 100),
            account_code="interest",
            on=day,
            narration="Interest on late payment",
        )
        return self.chance.moving(day, command, buyer, command.amount_paise)

    def _paid_before(self, buyer: Buyer, on: date) -> list[Act]:
        """An advance, the bill for it, and the journal that sets one against the other."""
        invoice, total_paise = self._invoice(buyer, on)
        before = self.chance.workday(on - timedelta(days=self.chance.rng.randint(2, 8)))
        if before < self.chance.first_on or before > on:
            return [invoice, receipt(self.chance, buyer, on, total_paise)]
        command = invoice.command
        assert isinstance(command, PostInvoice)
        claim = Claim(command.voucher_id, 1, -total_paise, MAIN_BRANCH, buyer.party_id)
        set_against = PostJournal(
            voucher_id=self.chance.voucher_id(),
            postings=(
                Posting(DEBTORS, total_paise, buyer.party_id),
                Posting(DEBTORS, -total_paise, buyer.party_id),
            ),
            claims=(claim,),
            party_id=buyer.party_id,
            on=on,
            narration="Advance set against the bill",
        )
        advance = receipt(self.chance, buyer, before, total_paise, is_advance=True)
        return [advance, invoice, self.chance.act(on, set_against)]
