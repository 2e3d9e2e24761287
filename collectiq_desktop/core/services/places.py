"""Taking in the firm's order: places that the server gave, with their facts.

Own facts stood last until now; their place may move them before others. What
depends on the order (claims on bills, corrections, master data) is worked out
anew for them, so that all devices end at the same books.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collectiq_desktop.core.domain.versions import Correction
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.replay import Placed, apply
from collectiq_desktop.core.storage import corrections, masters, tables
from collectiq_desktop.core.storage.facts import add_fact, own_head
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import Link, body_of
from collectiq_desktop.core.wire.facts import (
    Fact,
    FirmAmended,
    ItemAmended,
    PartyAmended,
    VoucherAmended,
    VoucherCancelled,
)

ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A fact with its link and the place that the server gave it."""

    firm_seq: int
    epoch: int
    link: Link
    verdict: str
    effective_at: int
    fact: Fact


def take_places(writer: Writer, context: Context, placements: Iterable[Placement]) -> None:
    """Take in places in the firm's order; facts not yet here are applied.

    Limits: a page of a few hundred, in one short transaction.
    """
    own_head(writer, context.firm_id, context.device_id)
    for placement in placements:
        _take(writer, placement)
    writer.flush()


def _take(writer: Writer, placement: Placement) -> None:
    link, fact = placement.link, placement.fact
    is_here = writer.lookups.has_fact(fact.fact_id)
    place = (placement.firm_seq, placement.epoch, link.device_id, link.device_seq)
    verdict = (fact.fact_id, placement.verdict, placement.effective_at)
    writer.add(tables.place, (*place, *verdict))
    is_idle = placement.verdict != ACCEPTED
    placed = Placed(fact, body_of(fact), placement.firm_seq, placement.effective_at, is_idle)
    if is_here:
        _move(writer, placed)
        return
    add_fact(writer, fact)
    writer.add(tables.link, tuple(link))
    apply(writer, placed)


def _move(writer: Writer, placed: Placed) -> None:
    """Give an own fact, applied as the last, its place among the others."""
    body, fact_id = placed.body, placed.fact.fact_id
    if isinstance(body, Voucher):
        corrections.move_voucher(writer, fact_id, placed.ordinal)
    elif isinstance(body, (VoucherAmended, VoucherCancelled)):
        correction = Correction(placed.ordinal, fact_id, body.base, placed.is_idle)
        corrections.note_correction(writer, body.voucher_id, correction)
    elif isinstance(body, PartyAmended):
        masters.amend_party(writer, body.party_id, placed.at)
    elif isinstance(body, ItemAmended):
        masters.amend_item(writer, body.item_id, placed.at)
    elif isinstance(body, FirmAmended):
        created_id, firm_id = masters.firm_ids(writer.conn)
        masters.note_edit(writer, created_id, placed.at)
        masters.set_firm(writer, firm_id, created_id)
