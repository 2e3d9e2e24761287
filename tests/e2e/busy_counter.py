"""A counter's process for the kill test: it records and exchanges until it is told to stop.

What a command acknowledged is written to a file at once, so that the test
knows what must never be lost.

Run as `python -m tests.e2e.busy_counter FOLDER SEED`.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.peer import LineTrouble
from sync_server.joining import firm_name_of
from tests.e2e.running import Counter

STOP = "stop"
ACKNOWLEDGED = "acknowledged"
_PARTIES_COUNT = 4


def work(folder: Path, dice: random.Random) -> None:
    """Record and exchange until the file `stop` lies in the folder."""
    counter = Counter.open(folder)
    acknowledged = os.open(folder / ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while not firm_name_of(counter.books):
        # A counter sells nothing before it knows the firm whose goods they are.
        with suppress(LineTrouble):
            counter.exchange()
    while not (folder / STOP).exists():
        for _n in range(dice.randint(1, 6)):
            fact_id = _record(counter.books, dice)
            os.write(acknowledged, f"{fact_id.hex()}\n".encode())
        if dice.random() < 0.7:
            # A line that breaks is what this test is about; a refusal ends it.
            with suppress(LineTrouble):
                counter.exchange()
    counter.close()


def _record(books: Books, dice: random.Random) -> bytes:
    """One bill or receipt, or a party while there are few."""
    fact_id = books.mint_id()
    with books.reading() as conn:
        known: Sequence[bytes] = conn.execute(select(tables.party.c.party_id)).scalars().all()
    if len(known) < _PARTIES_COUNT:
        party = Party(name=f"Party {fact_id.hex()[-6:]}")
        books.run(AddParty(party_id=PartyId(fact_id), party=party))
        return fact_id
    party_id, paise = PartyId(dice.choice(sorted(known)[:_PARTIES_COUNT])), dice.randint(1, 500)
    command = dice.choice((PostInvoice, RecordReceipt))
    books.run(command(voucher_id=VoucherId(fact_id), party_id=party_id, amount_paise=paise))
    return fact_id


if __name__ == "__main__":
    work(Path(sys.argv[1]), random.Random(sys.argv[2]))
