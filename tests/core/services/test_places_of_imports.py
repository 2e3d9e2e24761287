"""Two counters that import, undo, move advances and change items: the books end equal."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import BatchId, FactId, ItemId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInParty,
    TakeInVoucher,
    UndoImport,
)
from collectiq_desktop.core.services.journals import PostJournal, PostOpeningBill
from collectiq_desktop.core.services.masters import AddItem, AmendFirm, AmendItem
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.dump import dump
from tests.core.services.test_places import Shop, World


class Importers(World):
    """The two shops, which also take in files; no two of them the same document."""

    def take_in(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        """A batch of a party, its bill, and a receipt on it or on some bill that is there."""
        mint = shop.books.mint_id
        batch_id, party_id, bill_id = BatchId(mint()), PartyId(mint()), VoucherId(mint())
        on = shop.clock.today_on()
        number = f"T/{bill_id.hex()}"
        common: dict[str, Any] = {"batch_id": batch_id, "change": "1"}
        sale = Voucher(
            kind=VoucherKind.SALES_INVOICE,
            number=number,
            on=on,
            party_id=party_id,
            postings=(Posting(DEBTORS, paise), Posting("sales", -paise)),
            bills=(BillOpened(1, number, paise, on, on),),
        )
        target, owner = self._some_bill(shop, paise) if paise % 3 else (bill_id, party_id)
        receipt = Voucher(
            kind=VoucherKind.RECEIPT,
            number=number,
            on=on,
            party_id=owner,
            postings=(Posting("cash", paise), Posting(DEBTORS, -paise)),
            claims=(Claim(target, 1, -paise),),
        )
        shop.books.run(BeginImport(batch_id=batch_id, source="test"))
        party = Party(name=f"In {paise}")
        for command in (
            TakeInParty(fact_id=FactId(party_id), party=party, origin_key=f"p{number}", **common),
            TakeInVoucher(fact_id=FactId(bill_id), voucher=sale, origin_key=f"s{number}", **common),
            TakeInVoucher(
                fact_id=FactId(mint()), voucher=receipt, origin_key=f"r{number}", **common
            ),
        ):
            shop.books.run(command)

    def undo(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        """Undo an import while nothing that concerns it is still on its way."""
        self.settle_down()
        self._undo(shop, paise)
        self.settle_down()

    def _undo(self, shop: Shop, paise: int) -> None:
        column = tables.batch.c
        with shop.books.reading() as conn:
            ids = conn.execute(select(column.batch_id).where(column.is_undone == 0)).scalars().all()
        if not ids:
            message = "There is no import."
            raise Refused(say(message))
        batch_id = BatchId(sorted(ids)[paise % len(ids)])
        fact_id = FactId(shop.books.mint_id())
        shop.books.run(UndoImport(fact_id=fact_id, batch_id=batch_id, reason="wrong file"))

    def _some_bill(self, shop: Shop, pick: int) -> tuple[VoucherId, PartyId]:
        voucher, bill, party = tables.voucher.c, tables.bill.c, tables.party.c
        statement = (
            select(voucher.voucher_id, party.party_id)
            .select_from(tables.bill)
            .join(tables.voucher, voucher.voucher_row == bill.voucher_row)
            .join(tables.party, party.party_row == bill.party_row)
            .order_by(voucher.voucher_id)
        )
        with shop.books.reading() as conn:
            rows = conn.execute(statement).all()
        if not rows:
            message = "There is no bill."
            raise Refused(say(message))
        return VoucherId(rows[pick % len(rows)][0]), PartyId(rows[pick % len(rows)][1])

    def receipt_on_any(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        _bill, owner = self._some_bill(shop, paise)
        voucher_id = VoucherId(shop.books.mint_id())
        shop.books.run(RecordReceipt(voucher_id=voucher_id, party_id=owner, amount_paise=paise))

    def opening(self, shop: Shop, party_id: PartyId, paise: int) -> None:
        voucher_id = VoucherId(shop.books.mint_id())
        shop.books.run(
            PostOpeningBill(
                voucher_id=voucher_id, party_id=party_id, amount_paise=-paise, number=f"O{paise}"
            )
        )

    def journal(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        """A claim that raises a bill, or lowers it."""
        target, owner = self._some_bill(shop, paise)
        signed = paise if paise % 2 else -paise
        shop.books.run(
            PostJournal(
                voucher_id=VoucherId(shop.books.mint_id()),
                party_id=owner,
                postings=(Posting(DEBTORS, signed), Posting("bad_debts", -signed)),
                claims=(Claim(target, 1, signed),),
            )
        )

    def item(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        column = tables.item.c
        with shop.books.reading() as conn:
            ids = conn.execute(select(column.item_id).order_by(column.item_id)).scalars().all()
        if not ids or paise % 3 == 0:
            item_id = ItemId(shop.books.mint_id())
            shop.books.run(AddItem(item_id=item_id, item=Item(name=f"Item {paise}")))
            return
        changes = {"rate_paise": paise, "hsn": str(paise % 2)}
        shop.books.run(
            AmendItem(
                fact_id=FactId(shop.books.mint_id()),
                item_id=ItemId(ids[paise % len(ids)]),
                changes=changes,
            )
        )

    def firm(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        changes = {"email": f"{paise}@example.in", "pincode": str(paise % 2)}
        shop.books.run(AmendFirm(fact_id=FactId(shop.books.mint_id()), changes=changes))


OWN = ["take_in", "take_in", "undo", "receipt_on_any", "opening", "journal", "item", "firm"]
OLD = ["invoice", "receipt", "cancel", "cancel", "amend", "rename", "push", "pull"]
WORK = st.tuples(
    st.integers(0, 1), st.sampled_from([*OWN, *OLD]), st.integers(0, 1), st.integers(1, 300)
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(WORK, max_size=30))
def test_imports_and_corrections_in_any_interleaving_give_the_same_books(
    work: list[tuple[int, str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        world = Importers(Path(folder))
        for who, what, party, paise in work:
            shop = world.shops[who]
            if what == "push":
                world.server.push(shop)
            elif what == "pull":
                world.server.pull(shop, paise % 7 + 1)
            else:
                world.act(shop, what, party, paise)
        world.settle_down()
        dumps = []
        for shop in world.shops:
            with shop.books.reading() as conn:
                dumps.append(dump(conn))
            verification = shop.books.verify()
            assert verification.ok, verification.checks
        assert dumps[0] == dumps[1]
        world.close()
