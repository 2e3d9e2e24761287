"""How a bounced cheque posts: the receipt turned round, and a charge for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from collectiq_desktop.core.domain.accounts import CHEQUES
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)


def bank_of(deposited: Voucher) -> str:
    """The account that a cheque was deposited in."""
    return next(line.account_code for line in deposited.postings if line.amount_paise > 0)


def turned_round(credited: Voucher, credit_id: VoucherId, bank_code: str) -> Voucher:
    """The journal that takes a receipt back whole, its money from the bank.

    Its claims give back what the receipt's took of the same bills, and use up
    an advance that it opened. What was let off beside the money goes, too.

    Args:
        credited: the receipt as it stands, with its id.
    Source: domain page §2.6: the original remains, an own voucher is linked to it.
    """
    return Voucher(
        kind=VoucherKind.JOURNAL,
        number="?",
        on=credited.on,
        party_id=credited.party_id,
        postings=tuple(
            line._replace(
                account_code=bank_code if line.account_code == CHEQUES else line.account_code,
                amount_paise=-line.amount_paise,
            )
            for line in credited.postings
        ),
        claims=(
            *(claim._replace(amount_paise=-claim.amount_paise) for claim in credited.claims),
            *_on_opened(credited, credit_id),
        ),
        mode=Mode.CHEQUE,
        undoes_id=credit_id,
    )


def _on_opened(credited: Voucher, credit_id: VoucherId) -> Iterator[Claim]:
    """Claims that use up the advance that a receipt opened."""
    for bill in credited.bills:
        yield Claim(credit_id, bill.n, -bill.amount_paise, credited.branch_id, bill.party_id)


def charged(bounced: Voucher, number: str, on: date, charge_paise: int) -> Voucher:
    """The journal with what the party is charged for the bounce, a bill of its own."""
    lines = (Posting(DEBTORS, charge_paise), Posting("charges", -charge_paise))
    bill = BillOpened(1, number, charge_paise, on, on)
    return replace(bounced, postings=bounced.postings + lines, bills=(bill,))
