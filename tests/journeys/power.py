"""A counter that works until the plug is pulled; run as a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.postgres import Postgres
from collectiq_desktop.core.storage.sqlite import FileAt
from tests.fakes import CountingIds, FixedClock

WITH_CASH = "with cash"


def place_of(address: str) -> BooksAt:
    """A path, or the URL of a database and a schema in it after #."""
    url, _hash, schema = address.partition("#")
    return Postgres(url).firm(schema) if schema else FileAt(Path(address))


def work(address: str, start: int) -> None:
    """Post vouchers for ever, saying each id once it is acknowledged."""
    books = Books.open(place_of(address), Surroundings(clock=FixedClock(), ids=CountingIds(start)))
    party_id = PartyId(bytes.fromhex(sys.argv[4]))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        for command in (PostInvoice, RecordReceipt):
            voucher_id = VoucherId(books.mint_id())
            books.run(command(voucher_id=voucher_id, party_id=party_id, amount_paise=100_00))
            _say(voucher_id)
        both = sale_with_cash(books, party_id)
        for posted in books.run(both).result:
            _say(posted.voucher_id)


def sale_with_cash(books: Books, party_id: PartyId) -> Together:
    """A sale, and what is received with it; the receipt's reference tells the sale."""
    sale_id, receipt_id = VoucherId(books.mint_id()), VoucherId(books.mint_id())
    sale = PostInvoice(
        voucher_id=sale_id, party_id=party_id, amount_paise=100_00, reference=WITH_CASH
    )
    receipt = RecordReceipt(
        voucher_id=receipt_id, party_id=party_id, amount_paise=50_00, reference=sale_id.hex()
    )
    return Together(commands=(sale, receipt))


def _say(voucher_id: VoucherId) -> None:
    sys.stdout.write(voucher_id.hex() + "\n")
    sys.stdout.flush()


def rebuild(address: str) -> None:
    """Rebuild over and over."""
    books = Books.open(place_of(address), Surroundings(clock=FixedClock(), ids=CountingIds()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        books.rebuild()


if __name__ == "__main__":
    if sys.argv[1] == "work":
        work(sys.argv[2], int(sys.argv[3]))
    rebuild(sys.argv[2])
