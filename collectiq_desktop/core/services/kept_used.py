"""Numbers and codes that stay used, also where what bore them has no effect."""

from __future__ import annotations

from typing import Any

from collectiq_desktop.core.domain.series import parse_number
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage import collecting, masters
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import PartyAdded, PartyAmended


def keep_used(writer: Writer, body: Any) -> None:
    """Let nobody be given again what a fact without effect bears."""
    if isinstance(body, Voucher):
        count_number(writer, body)
    elif isinstance(body, PartyAdded):
        masters.count_code(writer, str(body.fields.get("code", "")))
    elif isinstance(body, PartyAmended) and "code" in body.edits:
        masters.count_code(writer, str(body.edits["code"].value))
    collecting.count_sheet(writer, body)


def count_number(writer: Writer, voucher: Voucher) -> None:
    """Keep a number used, also one of a voucher that has no effect."""
    counted = parse_number(voucher.number) if voucher.batch_id is None else None
    if counted is not None:
        series, n = counted
        writer.set_counter(series.prefix, n)
