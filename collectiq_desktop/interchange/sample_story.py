"""The story of an invented wholesaler, for the demonstration and for tests.

A few months of a small firm whose parties differ in their habits of payment,
with every kind of voucher that a day book holds. Everything is counted back
from a given day, and the same day always gives the same story.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from collectiq_desktop.core.domain.calendar import financial_year_of
from collectiq_desktop.core.domain.money import round_to_rupee, split_gst
from collectiq_desktop.interchange.sample_firm import (
    BANK,
    HOME_STATE,
    ITEMS,
    PARTIES,
    PARTY_OF,
    SampleItem,
    SampleParty,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleBill:
    """An opening bill; debit positive."""

    party: str
    number: str
    bill_on: date
    open_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRef:
    """A bill-wise line in Tally's words; debit positive."""

    kind: str
    amount_paise: int
    number: str = ""
    credit_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLine:
    """A debit (positive) or credit of a voucher."""

    ledger: str
    amount_paise: int
    refs: tuple[SampleRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleVoucher:
    """A voucher; `items` are sold, with quantity and value."""

    type_name: str
    number: str
    on: date
    lines: tuple[SampleLine, ...] = ()
    party: str = ""
    narration: str = ""
    items: tuple[tuple[SampleItem, int, int], ...] = ()
    flag: str = ""
    instrument: tuple[str, str] | None = None


@dataclass(slots=True)
class Story:
    """The books as they grow; numbers follow the order of dates."""

    today_on: date
    openings: list[SampleBill] = field(default_factory=list)
    vouchers: list[SampleVoucher] = field(default_factory=list)

    def day(self, days_ago: int) -> date:
        """The date so many days before the story's last."""
        return self.today_on - timedelta(days=days_ago)


_FIRST_DAY, _STEP_DAYS, _ROUNDS = 165, 48, 3


def tell_story(today_on: date) -> Story:
    """The whole story up to a day; one cheque is dated after it."""
    story = Story(today_on)
    _open_bills(story)
    sales = [
        sale
        for turn in range(_ROUNDS)
        for place, party in enumerate(PARTIES)
        for sale in _sale(story, party, turn, place)
    ]
    _number_and_pay(story, sales)
    _odd_ones(
        story, [sale.number for sale in story.vouchers if sale.party == "Rahat General Stores"]
    )
    story.vouchers.sort(key=lambda voucher: voucher.on)
    return story


def _open_bills(story: Story) -> None:
    """Bills from before; of one party they explain only a part of its opening."""
    for party, number, days_ago, paise in (
        ("Asha Provision Store", "NK/OLD/0811", 190, 1_245_000),
        ("श्री बालाजी ट्रेडर्स", "NK/OLD/0822", 210, 3_870_050),
        ("মা তারা ভাণ্ডার", "NK/OLD/0790", 260, 2_260_000),
        ("New Bharat Super Mart", "NK/OLD/0835", 175, 5_400_000),
        ("Patel Brothers & Sons", "ADV/OLD/12", 180, -800_000),
    ):
        bill = SampleBill(party=party, number=number, bill_on=story.day(days_ago), open_paise=paise)
        story.openings.append(bill)


@dataclass(frozen=True, slots=True)
class _Sale:
    party: SampleParty
    on: date
    items: tuple[tuple[SampleItem, int, int], ...]


def _sale(story: Story, party: SampleParty, turn: int, place: int) -> Iterator[_Sale]:
    on = story.day(_FIRST_DAY - turn * _STEP_DAYS - place * 3)
    first = ITEMS[(place + turn) % len(ITEMS)]
    second = ITEMS[(place * 2 + turn + 1) % len(ITEMS)]
    chosen = [first] if first is second else [first, second]
    quantities = [2 + (place * 5 + turn * 3) % 7, 1 + (place + turn * 2) % 4]
    items = tuple(
        (item, quantity, item.rate_paise * quantity)
        for item, quantity in zip(chosen, quantities, strict=False)
    )
    yield _Sale(party, on, items)


def _number_and_pay(story: Story, sales: list[_Sale]) -> None:
    sales.sort(key=lambda sale: sale.on)
    for count, sale in enumerate(sales, start=1):
        label = financial_year_of(sale.on).start_year % 100
        number = f"NK/{label}-{label + 1}/{count:04d}"
        invoice = _invoice(sale, number, is_item_invoice=count % 3 == 0)
        story.vouchers.append(invoice)
        paid_on = sale.on + timedelta(days=sale.party.credit_days + sale.party.late_days)
        if paid_on < story.today_on:
            total_paise = invoice.lines[0].amount_paise
            story.vouchers.append(_receipt(sale.party, number, paid_on, total_paise, count))


def _invoice(sale: _Sale, number: str, *, is_item_invoice: bool) -> SampleVoucher:
    is_away = sale.party.state != HOME_STATE
    taxable_paise = sum(value for _item, _quantity, value in sale.items)
    shares = [
        split_gst(value, item.gst_rate_bp, is_inter_state=is_away)
        for item, _quantity, value in sale.items
    ]
    tax = {
        "Output CGST": sum(share.cgst_paise for share in shares),
        "Output SGST": sum(share.sgst_paise for share in shares),
        "Output IGST": sum(share.igst_paise for share in shares),
    }
    rounded = round_to_rupee(taxable_paise + sum(tax.values()))
    total_paise = taxable_paise + sum(tax.values()) + rounded.round_off_paise
    ref = SampleRef(
        kind="New Ref",
        amount_paise=total_paise,
        number=number,
        credit_days=sale.party.credit_days,
    )
    other = [] if is_item_invoice else [("Sales GST", taxable_paise)]
    other += [*tax.items(), ("Round Off", rounded.round_off_paise)]
    return SampleVoucher(
        type_name="Tax Invoice" if is_item_invoice else "Sales",
        number=number,
        on=sale.on,
        party=sale.party.name,
        items=sale.items if is_item_invoice else (),
        lines=(
            party_line(sale.party.name, total_paise, ref),
            *(SampleLine(ledger=name, amount_paise=-paise) for name, paise in other if paise),
        ),
    )


def party_line(name: str, amount_paise: int, *refs: SampleRef) -> SampleLine:
    """A party's line; Tally keeps no bills for parties not kept bill-wise."""
    kept = refs if PARTY_OF[name].is_bill_wise else ()
    return SampleLine(ledger=name, amount_paise=amount_paise, refs=kept)


def against(number: str, amount_paise: int) -> SampleRef:
    """A reference to a bill that is there."""
    return SampleRef(kind="Agst Ref", amount_paise=amount_paise, number=number)


def _receipt(
    party: SampleParty, bill: str, on: date, total_paise: int, count: int
) -> SampleVoucher:
    """Money for one bill: late payers pay three quarters of it."""
    is_part = party.late_days > 30
    paise = total_paise * 3 // 4 // 100 * 100 if is_part else total_paise
    ways = (
        ("Cash", "by cash", None),
        (BANK, f"UPI 6{count:011d}", ("UPI", f"6{count:011d}")),
        (BANK, f"chq {count + 4000:06d}", ("Cheque/DD", f"{count + 4000:06d}")),
    )
    money, narration, instrument = ways[count % len(ways)]
    return SampleVoucher(
        type_name="Receipt",
        number=f"RC/{count:04d}",
        on=on,
        party=party.name,
        narration=narration,
        instrument=instrument,
        lines=(
            SampleLine(ledger=money, amount_paise=paise),
            party_line(party.name, -paise, against(bill, -paise)),
        ),
    )


def _odd_ones(story: Story, bounced: list[str]) -> None:
    """One of each thing that makes real books hard."""
    story.vouchers.extend((*_money_ones(story), *_reductions(story)))
    story.vouchers.extend((*_bounce(story, bounced), *_uncounted(story)))


def _money_ones(story: Story) -> Iterator[SampleVoucher]:
    patel, mart = "Patel Brothers & Sons", "New Bharat Super Mart"
    advance = SampleRef(kind="Advance", amount_paise=-1_500_000, number="ADV/0001")
    yield SampleVoucher(
        type_name="Receipt",
        number="RC/9001",
        on=story.day(70),
        party=patel,
        narration="NEFT advance",
        lines=(
            SampleLine(ledger=BANK, amount_paise=1_500_000),
            party_line(patel, -1_500_000, advance),
        ),
        instrument=("e-Fund Transfer", "SURBN26011500091"),
    )
    yield SampleVoucher(
        type_name="Journal",
        number="JV/0001",
        on=story.day(60),
        party=patel,
        narration="old advance set against the new one's account",
        lines=(
            party_line(patel, 800_000, against("ADV/OLD/12", 800_000)),
            party_line(patel, -800_000, SampleRef(kind="On Account", amount_paise=-800_000)),
        ),
    )
    yield SampleVoucher(
        type_name="Counter Receipt",
        number="CR/0001",
        on=story.day(33),
        party=mart,
        narration="on account, by hand",
        lines=(
            SampleLine(ledger="Cash", amount_paise=1_200_000),
            party_line(mart, -1_200_000, SampleRef(kind="On Account", amount_paise=-1_200_000)),
        ),
    )
    yield SampleVoucher(
        type_name="Contra",
        number="CO/0001",
        on=story.day(40),
        narration="cash to bank",
        lines=(
            SampleLine(ledger=BANK, amount_paise=2_000_000),
            SampleLine(ledger="Cash", amount_paise=-2_000_000),
        ),
    )


def _reductions(story: Story) -> Iterator[SampleVoucher]:
    """Less than was billed: tax deducted, a discount, goods that came back."""
    asha = "Asha Provision Store"
    yield SampleVoucher(
        type_name="Receipt",
        number="RC/9002",
        on=story.day(120),
        party=asha,
        narration="net of TDS and discount",
        lines=(
            SampleLine(ledger=BANK, amount_paise=1_233_305),
            SampleLine(ledger="TDS Receivable", amount_paise=1_245),
            SampleLine(ledger="Discount Allowed", amount_paise=10_450),
            party_line(asha, -1_245_000, against("NK/OLD/0811", -1_245_000)),
        ),
    )
    balaji = "श्री बालाजी ट्रेडर्स"
    yield SampleVoucher(
        type_name="Credit Note",
        number="CN/0001",
        on=story.day(90),
        party=balaji,
        narration="two bags damaged",
        lines=(
            SampleLine(ledger="Sales Return", amount_paise=690_000),
            SampleLine(ledger="Output IGST", amount_paise=34_500),
            party_line(balaji, -724_500, against("NK/OLD/0822", -724_500)),
        ),
    )


def _bounce(story: Story, numbers: list[str]) -> Iterator[SampleVoucher]:
    """A cheque for the first bill comes back; the charges are billed."""
    rahat, bill = "Rahat General Stores", numbers[0]
    paid = next(
        voucher.lines[1].amount_paise
        for voucher in story.vouchers
        if voucher.type_name == "Receipt" and voucher.party == rahat
    )
    yield SampleVoucher(
        type_name="Payment",
        number="PY/0001",
        on=story.day(80),
        party=rahat,
        narration="cheque returned, funds insufficient",
        instrument=("Cheque/DD", "004009"),
        lines=(
            party_line(rahat, -paid, against(bill, -paid)),
            SampleLine(ledger=BANK, amount_paise=paid),
        ),
    )
    charges = SampleRef(kind="New Ref", amount_paise=59_000, number="DN/0001")
    yield SampleVoucher(
        type_name="Debit Note",
        number="DN/0001",
        on=story.day(80),
        party=rahat,
        narration="cheque return charges",
        lines=(
            party_line(rahat, 59_000, charges),
            SampleLine(ledger="Cheque Return Charges", amount_paise=-50_000),
            SampleLine(ledger="Output CGST", amount_paise=-4_500),
            SampleLine(ledger="Output SGST", amount_paise=-4_500),
        ),
    )


def _uncounted(story: Story) -> Iterator[SampleVoucher]:
    kohinoor = "Kohinoor Medical"
    yield SampleVoucher(
        type_name="Sales",
        number="NK/X/0001",
        on=story.day(55),
        party=kohinoor,
        narration="cancelled, wrong rate",
        flag="ISCANCELLED",
    )
    for type_name, number, days_ago, flag in (
        ("Sales", "NK/Q/0001", 20, "ISOPTIONAL"),
        ("Receipt", "PDC/0001", -20, "ISPOSTDATED"),
    ):
        side = 1 if type_name == "Sales" else -1
        other = "Sales GST" if type_name == "Sales" else BANK
        yield SampleVoucher(
            type_name=type_name,
            number=number,
            on=story.day(days_ago),
            party=kohinoor,
            flag=flag,
            lines=(
                party_line(
                    kohinoor,
                    side * 500_000,
                    SampleRef(kind="On Account", amount_paise=side * 500_000),
                ),
                SampleLine(ledger=other, amount_paise=-side * 500_000),
            ),
        )
