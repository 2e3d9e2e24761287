"""Carrying out many commands, with what they will ask for looked up at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.services import errands
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.registry import carry_out
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.core.storage.writer import Writer


def _single(command: object) -> Iterator[object]:
    """The commands that record, without what only joins them."""
    if isinstance(command, errands.WithErrands):
        yield from _single(command.command)
    elif isinstance(command, Together):
        for each in command.commands:
            yield from _single(each)
    else:
        yield command


def _id_of(command: object) -> bytes:
    for name in ("fact_id", "voucher_id", "party_id", "item_id", "batch_id", "employee_id"):
        found = getattr(command, name, None)
        if isinstance(found, bytes):
            return found
    return b""


def prefetch(writer: Writer, commands: Iterable[object]) -> None:
    """Look up at once what many commands will ask for."""
    from collectiq_desktop.core.services import imports

    parties_: set[bytes] = set()
    vouchers: set[bytes] = set()
    origins: set[str] = set()
    facts: set[bytes] = set()
    codes: set[str] = set()
    for command in (each for given in commands for each in _single(given)):
        origin_key = getattr(command, "origin_key", None)
        if origin_key is not None:
            origins.add(origin_key)
        facts.add(_id_of(command))
        if isinstance(command, imports.TakeInParty):
            codes.add(command.party.code)
        if isinstance(command, imports.TakeInVoucher):
            voucher = command.voucher
            vouchers.add(command.fact_id)
            vouchers.update([claim.bill_voucher_id for claim in voucher.claims])
            parties_.update(voucher.party_ids)
    writer.lookups.prefetch(
        parties=parties_, vouchers=vouchers, origins=origins, facts=facts, codes=codes
    )


def carry_out_all(writer: Writer, context: Context, batch: list[object]) -> list[Any]:
    """What each of many commands gave, or the error with which it was refused."""
    prefetch(writer, batch)
    return [_carry_out_or_refuse(writer, context, command) for command in batch]


def _carry_out_or_refuse(writer: Writer, context: Context, command: object) -> Any:
    head = writer.head
    try:
        return carry_out(writer, command, context)
    except CollectIQError as refusal:
        # A refusal after its fact was gathered would leave half a command behind.
        if writer.head is not head:
            raise
        return refusal
