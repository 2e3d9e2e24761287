"""`cancel`: a voucher is taken back with a reason; its number stays used."""

from __future__ import annotations

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.writing import day_text, kind_text
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.money import format_dr_cr
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.queries.vouchers import (
    ResolveVoucher,
    VoucherCard,
    VoucherDetails,
    VoucherHit,
)
from collectiq_desktop.core.services.corrections import CancelVoucher


def cancel(call: Call) -> Answer:
    """Cancel one voucher."""
    with call.books() as books:
        hit: VoucherHit = books.ask(ResolveVoucher(text=call.options.number))
        command = CancelVoucher(
            fact_id=FactId(call.new_id()),
            voucher_id=hit.voucher_id,
            reason=call.options.reason,
        )
        books.run(command)
        card: VoucherDetails = books.ask(VoucherCard(voucher_id=hit.voucher_id))
        balance_paise = 0
        if card.party_id is not None:
            balance_paise = books.ask(ResolveParty(text=card.party_id.hex())).balance_paise
    lines = [f"{kind_text(card.kind)} {card.number} of {day_text(card.on)} is cancelled."]
    if card.party:
        lines.append(f"{card.party} ({card.party_code}), balance now {format_dr_cr(balance_paise)}")
    return Answer(
        for_machines=lambda: {
            "id": card.voucher_id.hex(),
            "number": card.number,
            "kind": card.kind,
            "party": card.party,
            "code": card.party_code,
            "is_cancelled": card.is_cancelled,
            "reason": card.reason,
            "balance_paise": balance_paise,
        },
        for_people=lambda: lines,
    )
