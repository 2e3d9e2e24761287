"""Looking up at once what many facts are about to ask one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import Fact


def prefetch(
    writer: Writer, facts: Iterable[tuple[Fact, Any]], *, is_judging: bool = False
) -> None:
    """Look up what these facts, with their bodies, name.

    Args:
        is_judging: also which of their numbers are used.
    """
    parties: set[bytes] = set()
    vouchers: set[bytes] = set()
    origins: set[str] = set()
    numbers: set[str] = set()
    for fact, body in facts:
        if fact.origin is not None:
            origins.add(fact.origin.rpartition("#")[0])
        if isinstance(body, Voucher):
            vouchers.add(fact.fact_id)
            vouchers.update([claim.bill_voucher_id for claim in body.claims])
            parties.update(body.party_ids)
            if is_judging and body.batch_id is None:
                numbers.add(body.number)
    writer.lookups.prefetch(parties=parties, vouchers=vouchers, origins=origins, numbers=numbers)
