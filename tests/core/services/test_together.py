"""Commands that stand or fall as one."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errands import Document, ErrandId, ErrandPromise, PrintOrder
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.errands import CountErrands
from collectiq_desktop.core.services import carrying
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.errands import WithErrands
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.writer import Writer
from tests.core.looking import everything
from tests.plain_books import PlainBooks


class PowerCutError(Exception):
    """The plug is pulled between two commands."""


def _sale_and_cash(plain: PlainBooks, received_paise: int = 200_00) -> Together:
    party_id = PartyId(plain.party_id("Asha Stores"))
    sale_id, receipt_id = VoucherId(plain.ids.mint()), VoucherId(plain.ids.mint())
    sale = PostInvoice(voucher_id=sale_id, party_id=party_id, amount_paise=500_00)
    receipt = RecordReceipt(
        voucher_id=receipt_id,
        party_id=party_id,
        amount_paise=received_paise,
        allocations=(Allocation(BillKey(sale_id, 1), received_paise),),
    )
    return Together(commands=(sale, receipt))


def _numbers(plain: PlainBooks) -> list[str]:
    with plain.books.reading() as conn:
        column = tables.voucher.c.number
        return sorted(conn.execute(select(column)).scalars())


def test_each_has_its_own_fact_and_result(plain_books: PlainBooks) -> None:
    command = _sale_and_cash(plain_books)
    facts, _rows = everything(plain_books.books)
    sale, receipt = plain_books.run(command)
    assert (sale.number, receipt.number) == ("SA01/26/000001", "RA01/26/000001")
    assert everything(plain_books.books)[0] == facts + 2
    [bill] = plain_books.ask(OpenBills(party_id=plain_books.parties["Asha Stores"]))
    assert bill.open_paise == 300_00


def test_the_same_again_changes_nothing(plain_books: PlainBooks) -> None:
    command = _sale_and_cash(plain_books)
    first = plain_books.run(command)
    before = everything(plain_books.books)
    assert plain_books.run(command) == first
    assert everything(plain_books.books) == before


def test_one_that_is_refused_takes_the_others_back(plain_books: PlainBooks) -> None:
    command = _sale_and_cash(plain_books, received_paise=500_01)
    before = everything(plain_books.books)
    with pytest.raises(BadInput, match="more than is open"):
        plain_books.run(command)
    assert everything(plain_books.books) == before


def test_a_cut_between_two_leaves_neither_and_then_both(
    plain_books: PlainBooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = _sale_and_cash(plain_books)
    before = everything(plain_books.books)

    def cut(writer: Writer, _command: RecordReceipt, _context: Context) -> None:
        writer.flush()
        assert writer.conn.execute(select(tables.voucher.c.number)).all()
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setitem(carrying.HANDLERS, RecordReceipt, cut)
        with pytest.raises(PowerCutError):
            plain_books.run(command)
    assert everything(plain_books.books) == before
    plain_books.run(command)
    assert _numbers(plain_books) == ["RA01/26/000001", "SA01/26/000001"]


def test_their_paper_is_promised_with_them(plain_books: PlainBooks) -> None:
    command = _sale_and_cash(plain_books)
    sale = command.commands[0]
    assert isinstance(sale, PostInvoice)
    order = PrintOrder(document=Document.INVOICE, subject_id=sale.voucher_id)
    promise = ErrandPromise(errand_id=ErrandId(plain_books.ids.mint()), order=order)
    plain_books.run(WithErrands(command=command, errands=(promise,)))
    assert plain_books.ask(CountErrands()).waiting_count == 1
    assert len(_numbers(plain_books)) == 2


def test_many_pairs_are_carried_out_as_single_commands_are(plain_books: PlainBooks) -> None:
    pairs = [_sale_and_cash(plain_books) for _ in range(3)]
    results = list(plain_books.books.run_many(iter(pairs), len(pairs)))
    assert [[posted.number for posted in result] for result in results] == [
        [f"SA01/26/{number:06}", f"RA01/26/{number:06}"] for number in (1, 2, 3)
    ]
