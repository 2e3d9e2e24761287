"""Invented records for papers: empty, typical and extreme."""

from __future__ import annotations

from datetime import date, timedelta

from collectiq_desktop.core.domain.papers import (
    BankOnPaper,
    Deduction,
    FirmOnPaper,
    InvoiceItem,
    InvoicePaper,
    PartyOnPaper,
    ReceiptPaper,
    SettledBill,
)
from collectiq_desktop.core.domain.statement import (
    ChequeInHand,
    Statement,
    StatementBill,
    StatementBucket,
    running,
)

CRORE_PAISE = 1_00_00_000_00
START_ON = date(2026, 4, 1)
TO_ON = date(2026, 11, 22)

FIRM = FirmOnPaper(
    name="Shree Sample Wholesale",
    address=("14, Mill Road, Market Yard", "Ahmedabad 380001"),
    gstin="24AAKFK1234A1Z0",
    state="Gujarat (24)",
    phones=("98000 00001", "079 4000 0000"),
    vpa="shreesample@examplebank",
    bank=BankOnPaper(
        account_name="Shree Sample Wholesale",
        account_number="000123456789",
        ifsc="EXAM0000123",
        bank="Example Bank, Mill Road",
    ),
)
BARE_FIRM = FirmOnPaper(name="Plain Firm")
PARTY = PartyOnPaper(
    name="श्री गणेश ट्रेडर्स",
    address=("दुकान 4, स्टेशन रोड", "Nadiad 387001"),
    gstin="24AAPFU0939F1ZV",
    state="Gujarat (24)",
    phones=("98000 00003",),
    code="P-0003",
    language="hi",
)
NASTY_NAMES = (
    "#let x = 1; #panic()",
    '<img src="x"> & <b>Sons</b>',
    '$x^2$ *bold* _it_ `raw` \\ "q" [c] @ref <label>',
    "M" * 120,
    "क्षत्रिय नियुक्ति हिंदी ગુજરાતી",
    "Ramesh\n\t\x00\x07 Traders \u202ereversed \U0001f64f",
    "શ્રી ગણેશ કૃપા પ્રોવિઝન સ્ટોર્સ",
)


def bill(
    number: str, *, on: date, open_paise: int, amount_paise: int = 0, days: int = 60
) -> StatementBill:
    due_on = on + timedelta(days=days)
    return StatementBill(
        number=number,
        bill_on=on,
        due_on=due_on,
        amount_paise=amount_paise or open_paise,
        open_paise=open_paise,
        overdue_days=max(0, (TO_ON - due_on).days) if open_paise > 0 else 0,
        age_days=(TO_ON - on).days,
    )


SampleRow = tuple[date, str, str, str, int]
"""A voucher of its own: date, kind, number, particulars, paise."""


def statement(
    *,
    party: PartyOnPaper = PARTY,
    firm: FirmOnPaper = FIRM,
    rows: tuple[SampleRow, ...] = (),
    bills: tuple[StatementBill, ...] = (),
    opening_paise: int = 0,
    form: str = "ledger",
    cheques: tuple[ChequeInHand, ...] = (),
) -> Statement:
    """A statement that ties out: what bills do not explain is on account."""
    lines = running(opening_paise, ((n, *row) for n, row in enumerate(rows)))
    closing_paise = lines[-1].balance_paise if lines else opening_paise
    open_paise = sum(b.open_paise for b in bills)
    return Statement(
        firm=firm,
        party=party,
        from_on=START_ON,
        to_on=TO_ON,
        opening_paise=opening_paise,
        lines=lines,
        closing_paise=closing_paise,
        bills=bills,
        on_account_paise=closing_paise - open_paise,
        overdue_paise=sum(b.open_paise for b in bills if b.overdue_days),
        ageing=_ageing(bills),
        basis="due",
        form="outstanding" if form == "outstanding" else "ledger",
        made_text="22-11-2026 14:05",
        cheques=cheques,
    )


def _ageing(bills: tuple[StatementBill, ...]) -> tuple[StatementBucket, ...]:
    labels = ("Not due", "1–30", "31–60", "61–90", "91–120", ">120")
    sums = [0] * len(labels)
    for each in bills:
        place = 0 if each.overdue_days == 0 else min(5, (each.overdue_days - 1) // 30 + 1)
        sums[place] += each.open_paise
    return tuple(
        StatementBucket(label=label, open_paise=total)
        for label, total in zip(labels, sums, strict=True)
    )


def typical(
    *, form: str = "ledger", party: PartyOnPaper = PARTY, firm: FirmOnPaper = FIRM
) -> Statement:
    """Forty lines, five open bills, an advance and money on account."""
    rows: list[SampleRow] = []
    for n in range(20):
        on = START_ON + timedelta(days=n * 11)
        rows.append(
            (
                on,
                "sales_invoice",
                f"SA01/26/{n + 1:06d}",
                "Rice, oil and sundries",
                12_345_50 + n * 1_000_00,
            )
        )
        paid_on = on + timedelta(days=6)
        rows.append(
            (
                paid_on,
                "receipt",
                f"RA01/26/{n + 1:06d}",
                "UPI 612345678901",
                -(9_000_00 + n * 900_00),
            )
        )
    bills = (
        bill("SA01/26/000003", on=date(2026, 4, 23), open_paise=2_345_50, amount_paise=14_345_50),
        bill("SA01/26/000012", on=date(2026, 7, 31), open_paise=18_900_00, amount_paise=23_345_50),
        bill("SA01/26/000015", on=date(2026, 9, 2), open_paise=26_345_50),
        bill("SA01/26/000019", on=date(2026, 10, 16), open_paise=30_345_50),
        bill("ADV/7", on=date(2026, 11, 1), open_paise=-5_000_00, days=0),
    )
    cheques = (
        ChequeInHand(
            number="004512",
            bank="Example Bank",
            cheque_on=date(2026, 12, 5),
            amount_paise=10_000_00,
        ),
    )
    return statement(
        party=party,
        firm=firm,
        rows=tuple(rows),
        bills=bills,
        opening_paise=8_250_75,
        form=form,
        cheques=cheques,
    )


def extreme(*, lines: int = 120, bills: int = 500) -> Statement:
    """99 crore, a 120-character name, hundreds of bills, several scripts."""
    party = PartyOnPaper(
        name="क्षत्रिय नियुक्ति हिंदी ગુજરાતી " + "Long Name Provision Stores " * 4,
        address=("A very long address line " * 6, "ગાંધી રોડ, અમદાવાદ"),
        phones=("98000 00003", "98000 00004", "98000 00005"),
        code="P" * 30,
        language="hi",
    )
    rows = tuple(
        (
            START_ON + timedelta(days=n % 230),
            "sales_invoice",
            f"LONG/SERIES/26-27/{n:06d}",
            "Goods " * 12,
            99 * CRORE_PAISE + n,
        )
        for n in range(lines)
    )
    open_bills = tuple(
        bill(
            f"LONG/SERIES/26-27/{n:06d}",
            on=START_ON + timedelta(days=n % 230),
            open_paise=99 * CRORE_PAISE,
        )
        for n in range(bills)
    )
    return statement(party=party, rows=rows, bills=open_bills, opening_paise=-99 * CRORE_PAISE)


def receipt(*, is_duplicate: bool = False, balance_after_paise: int = 18_900_00) -> ReceiptPaper:
    """A cheque over two bills, with discount, TDS and a part on account."""
    return ReceiptPaper(
        firm=FIRM,
        party=PARTY,
        number="RA01/26/000123",
        on=TO_ON,
        time_text="14:05",
        amount_paise=25_000_00,
        mode="cheque",
        reference="004512 Example Bank",
        bills=(
            SettledBill(number="SA01/26/000012", amount_paise=18_900_00),
            SettledBill(number="SA01/26/000015", amount_paise=5_345_50),
        ),
        deductions=(
            Deduction(kind="discount", amount_paise=245_50),
            Deduction(kind="tds", amount_paise=50_00),
        ),
        on_account_part_paise=1_050_00,
        balance_after_paise=balance_after_paise,
        user="Ramesh",
        device="A01",
        verify_code="K7F2-9QXM",
        is_duplicate=is_duplicate,
        subject_to_realisation=True,
    )


def bare_receipt() -> ReceiptPaper:
    """Cash on account from a party of which only the name is known."""
    return ReceiptPaper(
        firm=BARE_FIRM,
        party=PartyOnPaper(name="Walk-in Stores"),
        number="RA01/26/000001",
        on=TO_ON,
        time_text="",
        amount_paise=500_00,
        mode="cash",
        on_account_part_paise=500_00,
        balance_after_paise=-500_00,
    )


def many_bills_receipt() -> ReceiptPaper:
    """One receipt over 500 bills of 99 crore each."""
    bills = tuple(
        SettledBill(number=f"LONG/26-27/{n:06d}", amount_paise=99 * CRORE_PAISE) for n in range(500)
    )
    return ReceiptPaper(
        firm=FIRM,
        party=extreme(lines=0, bills=0).party,
        number="RA01/26/999999",
        on=TO_ON,
        time_text="23:59",
        amount_paise=500 * 99 * CRORE_PAISE,
        mode="bank",
        reference="EXAMR52026112212345678",
        bills=bills,
        balance_after_paise=99 * CRORE_PAISE,
        user="A user with a rather long name " * 2,
        device="Counter with a long name",
        verify_code="K7F2-9QXM",
        is_duplicate=True,
    )


def _item(name: str, *, quantity: int, rate_paise: int, rate_bp: int) -> InvoiceItem:
    taxable_paise = quantity * rate_paise
    half_paise = taxable_paise * rate_bp // 20_000
    return InvoiceItem(
        name=name,
        hsn="10063020",
        quantity_text=str(quantity),
        unit="BAG",
        rate_paise=rate_paise,
        taxable_paise=taxable_paise,
        gst_rate_bp=rate_bp,
        cgst_paise=half_paise,
        sgst_paise=half_paise,
    )


_GOODS = (
    "Basmati rice 25 kg",
    "मूंगफली तेल 15 लीटर",
    "Toor dal",
    "ગોળ 10 કિલો",
    "Soap carton",
    "Tea 250 g × 48",
)


def invoice(*, copies: tuple[str, ...] = (), item_count: int = 6, times: int = 1) -> InvoicePaper:
    """An invoice within the State at 5 and 18 percent."""
    items = tuple(
        _item(
            _GOODS[n % len(_GOODS)],
            quantity=n % 9 + 1,
            rate_paise=1_250_00 * times,
            rate_bp=500 if n % 2 else 1800,
        )
        for n in range(item_count)
    )
    taxable_paise = sum(i.taxable_paise for i in items)
    cgst_paise = sum(i.cgst_paise for i in items)
    exact_paise = taxable_paise + 2 * cgst_paise
    total_paise = (exact_paise + 50) // 100 * 100
    return InvoicePaper(
        firm=FIRM,
        party=PARTY,
        number="SA01/26/000123",
        on=TO_ON,
        due_on=TO_ON + timedelta(days=60),
        items=items,
        taxable_paise=taxable_paise,
        cgst_paise=cgst_paise,
        sgst_paise=cgst_paise,
        round_off_paise=total_paise - exact_paise,
        total_paise=total_paise,
        previous_balance_paise=30_900_00,
        received_paise=5_000_00,
        new_balance_paise=25_900_00 + total_paise,
        place_of_supply="Gujarat (24)",
        copies=copies,
        user="Ramesh",
        device="A01",
        verify_code="K7F2-9QXM",
        made_text="22-11-2026 14:05",
    )
