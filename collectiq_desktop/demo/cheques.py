"""Cheques on their way: in hand, to the bank, paid or returned; some bear a later day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.cheques import (
    BounceCheque,
    ClearCheque,
    DepositCheque,
    GiveBackCheque,
    ReceiveCheque,
)
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.words import Words

BANK_DAYS = frozenset({2, 5})
"""Wednesday and Saturday, on which cheques go to the bank."""

CHARGE_PAISE = 250_00
_BOUNCED_PERCENT, _GIVEN_BACK_PERCENT = 5, 65


def cheque_number(chance: Chance) -> str:
    return f"{chance.rng.randint(1, 999_999):06d}"


def taken_at_once(
    words: Words, chance: Chance, buyer: Buyer, on: date, paise: int
) -> Iterator[Act]:
    """A receipt by cheque and what became of it."""
    command = RecordReceipt(
        voucher_id=chance.voucher_id(),
        party_id=buyer.party_id,
        amount_paise=paise,
        mode=Mode.CHEQUE,
        on=on,
        reference=cheque_number(chance),
        cheque_on=on,
        bank=chance.rng.choice(words.banks),
    )
    yield chance.moving(on, command, buyer, -paise)
    deposit_on = _bank_day(on + timedelta(days=1))
    cheque_id = FactId(command.voucher_id)
    deposit = DepositCheque(voucher_id=chance.voucher_id(), cheque_id=cheque_id, on=deposit_on)
    yield chance.act(deposit_on, deposit)
    yield from _after_deposit(words, chance, buyer, cheque_id, (deposit_on, paise))


def post_dated(
    words: Words, chance: Chance, buyer: Buyer, days: tuple[date, date], paise: int
) -> Iterator[Act]:
    """A cheque that is given on one day and bears a later one."""
    given_on, cheque_on = days
    command = ReceiveCheque(
        fact_id=chance.fact_id(),
        party_id=buyer.party_id,
        amount_paise=paise,
        number=cheque_number(chance),
        cheque_on=cheque_on,
        on=given_on,
        bank=chance.rng.choice(words.banks),
    )
    yield chance.act(given_on, command)
    deposit_on = _bank_day(cheque_on)
    deposit = DepositCheque(
        voucher_id=chance.voucher_id(), cheque_id=command.fact_id, on=deposit_on
    )
    yield chance.moving(deposit_on, deposit, buyer, -paise)
    yield from _after_deposit(words, chance, buyer, command.fact_id, (deposit_on, paise))


def _after_deposit(
    words: Words, chance: Chance, buyer: Buyer, cheque_id: FactId, deposited: tuple[date, int]
) -> Iterator[Act]:
    on, paise = deposited
    after_on = chance.workday(on + timedelta(days=2))
    if not chance.happens(_BOUNCED_PERCENT):
        clear = ClearCheque(fact_id=chance.fact_id(), cheque_id=cheque_id, on=after_on)
        yield chance.act(after_on, clear)
        return
    bounce = BounceCheque(
        voucher_id=chance.voucher_id(),
        cheque_id=cheque_id,
        reason=chance.rng.choice(words.bounces),
        on=after_on,
        charge_paise=CHARGE_PAISE,
    )
    yield chance.moving(after_on, bounce, buyer, paise + CHARGE_PAISE)
    again_on = chance.workday(after_on + timedelta(days=9))
    yield _in_its_stead(chance, buyer, again_on, paise + CHARGE_PAISE)
    if chance.happens(_GIVEN_BACK_PERCENT):
        back = GiveBackCheque(fact_id=chance.fact_id(), cheque_id=cheque_id, on=again_on)
        yield chance.act(again_on, back)


def _in_its_stead(chance: Chance, buyer: Buyer, on: date, paise: int) -> Act:
    """Money through the bank for a cheque that came back."""
    command = RecordReceipt(
        voucher_id=chance.voucher_id(),
        party_id=buyer.party_id,
        amount_paise=paise,
        mode=Mode.BANK,
        on=on,
        reference=f"EXAMN{chance.rng.randint(10**10, 10**11 - 1)}",
        narration="For the cheque that was returned",
    )
    return chance.moving(on, command, buyer, -paise)


def _bank_day(on: date) -> date:
    """The first day on which cheques go to the bank, from this one on."""
    days = (on + timedelta(days=n) for n in range(7))
    return next(day for day in days if day.weekday() in BANK_DAYS)
