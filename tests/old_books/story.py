"""The books that are kept from each schema: one of everything that a command can do."""

from __future__ import annotations

from datetime import date
from typing import Any

from collectiq_desktop.core.domain.accounts import Account, Nature
from collectiq_desktop.core.domain.ids import BatchId, FactId, ItemId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import GstRate, Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.accounts import TrialBalance
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.services.corrections import AmendVoucher
from collectiq_desktop.core.services.imports import (
    BeginImport,
    TakeInItem,
    TakeInParty,
    TakeInVoucher,
    UndoImport,
)
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.masters import AddAccount, AddItem, AmendFirm, AmendItem
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.storage.facts import count_facts, head_of
from tests.plain_books import PlainBooks

DAY = date(2026, 5, 1)
LEDGER = """
    party        Asha Stores    code AS  beat North  30 days  phone 98250 11111
    party        गणेश ट्रेडर्स     alias Ganesh  beat South  7 days
    party        Cash Sales     not bill-wise
    opening      O/1  2026-04-01  Asha Stores    2,500.00  due 2026-04-15
    opening      O/2  2026-04-01  गणेश ट्रेडर्स    -400.00
    opening      O/3  2026-04-01  Cash Sales       75.50   on account
    invoice      S/1  2026-05-01  Asha Stores   10,000.00  ref PO 7  note first order
    invoice      S/2  2026-05-03  Asha Stores    4,000.00  due 2026-05-10
    invoice      S/3  2026-05-04  गणेश ट्रेडर्स   1,234.56
    invoice      S/4  2026-05-05  Cash Sales       300.00
    invoice      S/5  2026-05-06  Asha Stores      999.99
    receipt      R/1  2026-05-20  Asha Stores    6,000.00  upi  ref UTR1
    receipt      R/2  2026-05-21  Asha Stores    1,000.00  cheque  against S/1 600.00
    receipt      R/3  2026-05-22  गणेश ट्रेडर्स   1,500.00  bank  discount 10.00  tds 1.00
    receipt      R/4  2026-05-23  Cash Sales       200.00  cash
    credit_note  C/1  2026-05-24  Asha Stores      500.00
    debit_note   D/1  2026-05-25  Asha Stores       50.00
    payment      P/1  2026-05-26  गणेश ट्रेडर्स     100.00  cash
    journal      J/1  2026-05-27  Asha Stores     -100.00  account bad_debts  against S/1 100.00
    contra       K/1  2026-05-28  5,000.00
    cancel       S/5  wrong party
"""


def write_story(plain: PlainBooks) -> None:
    """Write the story into fresh books."""
    plain.write(LEDGER)
    _masters(plain)
    _goods(plain)
    _amendments(plain)
    _imports(plain)


def _id(plain: PlainBooks) -> FactId:
    return FactId(plain.ids.mint())


def _masters(plain: PlainBooks) -> None:
    plain.run(AmendFirm(fact_id=_id(plain), changes={"email": "shop@example.in"}))
    freight = Account("xfreight", "Freight", Nature.INCOME)
    plain.run(AddAccount(fact_id=_id(plain), account=freight, group="Indirect Incomes"))
    soap = Item(name="साबुन", hsn="3401", gst_rates=(GstRate(date(2017, 7, 1), 1_800),))
    item_id = ItemId(plain.ids.mint())
    plain.run(AddItem(item_id=item_id, item=soap))
    plain.run(AmendItem(fact_id=_id(plain), item_id=item_id, changes={"rate_paise": 4_550}))
    changes = {"credit_limit_paise": 50_00_000, "tags": ("gold",)}
    asha = plain.parties["Asha Stores"]
    plain.run(AmendParty(fact_id=_id(plain), party_id=asha, changes=changes))


def _goods(plain: PlainBooks) -> None:
    goods = (
        GoodsLine("साबुन", 12_000, 4_550, unit="PCS", hsn="3401", gst_rate_bp=1_800),
        GoodsLine("Tea", 2_500, 31_999, unit="KGS", discount_paise=250, gst_rate_bp=500),
    )
    for number, is_inter_state in (("S/6", False), ("S/7", True)):
        plain.run(
            PostInvoice(
                voucher_id=plain.voucher_id(number),
                party_id=plain.parties["Asha Stores"],
                goods=goods,
                is_inter_state=is_inter_state,
                on=date(2026, 6, 1),
                place_of_supply="27" if is_inter_state else "24",
            )
        )


def _amendments(plain: PlainBooks) -> None:
    for paise in (3_000_00, 4_500_00):
        voucher = Voucher(
            kind=VoucherKind.SALES_INVOICE,
            number="SA01/26/000002",
            on=date(2026, 5, 3),
            party_id=plain.parties["Asha Stores"],
            postings=(Posting(DEBTORS, paise), Posting("sales", -paise)),
            bills=(BillOpened(1, "SA01/26/000002", paise, date(2026, 5, 3), date(2026, 5, 10)),),
        )
        plain.run(
            AmendVoucher(
                fact_id=_id(plain),
                voucher_id=plain.vouchers["S/2"],
                voucher=voucher,
                reason="wrong amount",
            )
        )


def _imports(plain: PlainBooks) -> None:
    for name in ("Kept", "Undone"):
        batch_id = BatchId(plain.ids.mint())
        plain.run(BeginImport(batch_id=batch_id, source="tally", files=(f"{name}.xml",)))
        party_id, bill_id = _id(plain), _id(plain)
        bill = f"{name}/1"
        sale = Voucher(
            kind=VoucherKind.SALES_INVOICE,
            number=bill,
            on=DAY,
            party_id=PartyId(party_id),
            postings=(Posting(DEBTORS, 80_000), Posting("sales", -80_000)),
            bills=(BillOpened(1, bill, 80_000, DAY, DAY),),
            type_name="GST Sale Invoice",
        )
        receipt = Voucher(
            kind=VoucherKind.RECEIPT,
            number=bill,
            on=DAY,
            party_id=PartyId(party_id),
            postings=(Posting("cash", 90_000), Posting(DEBTORS, -90_000)),
            claims=(Claim(VoucherId(bill_id), 1, -90_000),),
        )
        common: dict[str, Any] = {"batch_id": batch_id, "change": "1"}
        party = TakeInParty(
            fact_id=party_id, party=Party(name=name), origin_key=f"p/{name}", **common
        )
        item = TakeInItem(fact_id=_id(plain), item=Item(name=name), origin_key=name, **common)
        taken = TakeInVoucher(fact_id=bill_id, voucher=sale, origin_key=f"v/{name}", **common)
        paid = TakeInVoucher(fact_id=_id(plain), voucher=receipt, origin_key=f"r/{name}", **common)
        for command in (party, item, taken, paid):
            plain.run(command)
    plain.run(UndoImport(fact_id=_id(plain), batch_id=batch_id, reason="wrong file"))


def summary_of(plain: PlainBooks) -> dict[str, Any]:
    """What must be the same for ever, whatever the projections look like."""
    sheet, trial = plain.ask(Outstanding()), plain.ask(TrialBalance())
    identity = plain.books.identity
    with plain.books.reading() as conn:
        facts, head = count_facts(conn), head_of(conn, identity.firm_id, identity.device_id)
    return {
        "facts": facts,
        "head": head.hash.hex(),
        "outstanding": {
            each.party: [
                each.balance_paise,
                each.on_account_paise,
                {bill.number: bill.open_paise for bill in each.bills},
            ]
            for each in sheet.parties
        },
        "trial_balance": {row.account: row.debit_paise - row.credit_paise for row in trial.rows},
    }
