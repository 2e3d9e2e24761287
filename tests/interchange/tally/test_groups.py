from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.interchange.rows import Nature
from collectiq_desktop.interchange.tally.groups import nature_of_name
from collectiq_desktop.interchange.tally.options import TallyOptions
from tests.interchange.tally_text import AS_OF_ON, file_of, findings, ledger, read_text


def group(name: str, parent: str, *, reserved: str = "") -> str:
    return f'<GROUP NAME="{name}" RESERVEDNAME="{reserved}"><PARENT>{parent}</PARENT></GROUP>'


def test_debtors_lie_any_number_of_groups_deep(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path,
        file_of(ledger("Deep", "Lane"), group("Lane", "Bazaar"), group("Bazaar", "Sundry Debtors")),
    )
    (party,) = reading.parties
    assert party.group_path == ("Lane", "Bazaar", "Sundry Debtors", "Current Assets")


def test_sundry_debtors_under_another_name(tmp_path: Path) -> None:
    renamed = group("Udhaar Khata", "Current Assets", reserved="Sundry Debtors")
    reading = read_text(tmp_path, file_of(renamed, ledger("Deep", "Udhaar Khata")))
    assert [party.name for party in reading.parties] == ["Deep"]


def test_primary_is_reserved_only_with_its_mark(tmp_path: Path) -> None:
    own = group("Primary", "Sundry Debtors")
    files = file_of(
        own, ledger("Mine", "Primary"), ledger("Profit", "&#4; Primary").replace("&amp;#4;", "&#4;")
    )
    reading = read_text(tmp_path, files)
    assert [party.name for party in reading.parties] == ["Mine"]
    assert [(account.name, account.group_path) for account in reading.accounts] == [("Profit", ())]


def test_parties_kept_under_creditors_come_by_choice_only(tmp_path: Path) -> None:
    text = file_of(ledger("Supplier", "Sundry Creditors"), ledger("Shop"))
    assert [party.name for party in read_text(tmp_path, text).parties] == ["Shop"]
    options = TallyOptions(as_of_on=AS_OF_ON, party_groups=("Sundry Debtors", "sundry creditors"))
    both = read_text(tmp_path, text, options=options)
    assert [party.name for party in both.parties] == ["Supplier", "Shop"]


def test_groups_that_go_in_circles_are_a_finding(tmp_path: Path) -> None:
    text = file_of(group("A", "B"), group("B", "A"), ledger("Lost", "A"))
    assert findings(read_text(tmp_path, text)) == [("rejected", "unknown_group")]


@pytest.mark.parametrize(
    ("name", "parent", "nature"),
    [
        ("Sales GST 5%", "Sales Accounts", Nature.SALES),
        ("Output CGST", "Duties & Taxes", Nature.TAX),
        ("TDS Receivable", "Current Assets", Nature.TDS),
        ("TDS on Sales", "Duties & Taxes", Nature.TDS),
        ("Cash", "Cash-in-Hand", Nature.CASH),
        ("Galla", "Cash-in-Hand", Nature.CASH),
        ("HDFC 0042", "Bank Accounts", Nature.BANK),
        ("HDFC CC", "Bank OD A/c", Nature.BANK),
        ("Round Off", "Indirect Expenses", Nature.ROUND_OFF),
        ("Discount Allowed", "Indirect Expenses", Nature.DISCOUNT),
        ("Bad Debts Written Off", "Indirect Expenses", Nature.BAD_DEBTS),
        ("Interest from Parties", "Indirect Incomes", Nature.INTEREST),
        ("Bank Charges Recovered", "Indirect Incomes", Nature.OTHER),
        ("Rent", "Indirect Expenses", Nature.OTHER),
    ],
)
def test_what_an_account_is(tmp_path: Path, name: str, parent: str, nature: Nature) -> None:
    (account,) = read_text(tmp_path, file_of(ledger(name, parent))).accounts
    assert account.nature is nature


@pytest.mark.parametrize(
    ("name", "nature"),
    [
        ("Sales Promotion Expenses", Nature.OTHER),
        ("Bank Charges", Nature.OTHER),
        ("State Bank of India", Nature.BANK),
        ("Cash", Nature.CASH),
        ("Cash & Carry Stores", Nature.OTHER),
        ("IGST Output", Nature.TAX),
    ],
)
def test_what_a_name_alone_suggests(name: str, nature: Nature) -> None:
    assert nature_of_name(name) is nature
