from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.interchange.spreadsheets.grid import read_grid
from collectiq_desktop.interchange.spreadsheets.mapping import (
    DateOrder,
    SheetKind,
    check_mapping,
    load_mapping,
)
from collectiq_desktop.interchange.spreadsheets.suggest import Suggestion, suggest_mapping

MAPPINGS = Path(__file__).resolve().parent.parent / "mappings"


def suggest(folder: Path, text: str) -> Suggestion:
    path = folder / "sheet.csv"
    path.write_text(text, encoding="utf-8")
    return suggest_mapping(read_grid(path), "Somewhere")


@pytest.mark.parametrize(
    ("header", "kind", "columns"),
    [
        (
            "Acc_name,Alias,Account Group,Op. Bal.,Dr/Cr,GSTNo,ITPAN,Address1,CreditDaysForSale",
            SheetKind.PARTIES,
            {"party": "Acc_name", "opening": "Op. Bal.", "credit_days": "CreditDaysForSale"},
        ),
        (
            "Party Name,Bill No.,Bill Date,Due Date,Pending Amount",
            SheetKind.OPENING_BILLS,
            {"number": "Bill No.", "on": "Bill Date", "amount": "Pending Amount"},
        ),
        (
            "Voucher/Bill Date,Voucher/Bill Number,Party Name,Item Name,Qty,Price,Amount,GST %",
            SheetKind.INVOICES,
            {"on": "Voucher/Bill Date", "number": "Voucher/Bill Number", "gst_rate": "GST %"},
        ),
        (
            "Receipt No,Date,Customer,Amount Received,Payment Mode,Cheque No",
            SheetKind.RECEIPTS,
            {"party": "Customer", "mode": "Payment Mode", "reference": "Cheque No"},
        ),
    ],
)
def test_headers_of_other_programs(
    tmp_path: Path, header: str, kind: SheetKind, columns: dict[str, str]
) -> None:
    mapping = suggest(tmp_path, f"Some Firm\n\n{header}\n").mapping
    assert mapping.kind is kind
    assert {name: mapping.columns.get(name) for name in columns} == columns
    check_mapping(mapping)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("13/4/2026", "5/4/2026"), DateOrder.DMY),
        (("4/13/2026", "4/5/2026"), DateOrder.MDY),
        (("5/4/2026", "6/4/2026"), DateOrder.DMY),
        (("13/4/2026", "4/13/2026"), DateOrder.DMY),
    ],
)
def test_the_order_of_dates(tmp_path: Path, dates: tuple[str, str], order: DateOrder) -> None:
    rows = "".join(f"Asha,{count},{on},10\n" for count, on in enumerate(dates))
    assert suggest(tmp_path, "Party,Bill No,Date,Amount\n" + rows).mapping.date_order is order


def test_what_is_not_recognised_is_said(tmp_path: Path) -> None:
    found = suggest(tmp_path, "Party,Bill No,Date,Amount,Weather\n")
    assert found.unused == ("Weather",)


def test_blank_repeated_names_are_noticed(tmp_path: Path) -> None:
    rows = "Asha,1,01-04-26,5\n,2,02-04-26,5\n,3,03-04-26,5\nBinu,4,04-04-26,5\n"
    mapping = suggest(tmp_path, "Party,Bill No,Bill Date,Pending Amount\n" + rows).mapping
    assert (mapping.kind, mapping.fill_down) == (SheetKind.OPENING_BILLS, ("party",))


@pytest.mark.parametrize(
    ("saved", "name"),
    [
        ("ibm.json", "ibm_accounts_receivable_2466.csv"),
        ("cassandra.json", "cassandra_udyam22_train_8753.csv"),
    ],
)
def test_the_kept_histories_are_recognised(test_data: Path, saved: str, name: str) -> None:
    mapping = suggest_mapping(read_grid(test_data / "ar" / name), "X").mapping
    known = load_mapping(MAPPINGS / saved)
    assert (mapping.kind, mapping.date_order) == (known.kind, known.date_order)
    assert known.columns.items() <= mapping.columns.items()
