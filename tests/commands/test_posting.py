"""Posting through the command line: what is chosen, what a retry does, what paper is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.commands import receipts
from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from tests.cli_shop import Shop

ID = "000102030405060708090a0b0c0d0e0f"


def balance(shop: Shop, code: str) -> int:
    parties = shop.found("parties")["parties"]
    return next(int(p["balance_paise"]) for p in parties if p["code"] == code)


def test_receipt_goes_to_the_oldest_bill(shop: Shop) -> None:
    found = shop.found("receipt", "--party", "asha", "--amount", "6,500", "--mode", "cheque")
    assert found["bills"] == [
        {"number": "SA01/26/000001", "settled_paise": -600_000},
        {"number": "SA01/26/000002", "settled_paise": -50_000},
    ]
    assert found["balance_paise"] == 450_000


def test_receipt_says_what_it_did(shop: Shop) -> None:
    assert shop.told("receipt", "--party", "AS", "--amount", "7,000+5000") == [
        "Receipt RA01/26/000003 of 22-11-2026: 12,000.00",
        "  against SA01/26/000001: 6,000.00",
        "  against SA01/26/000002: 5,000.00",
        "  on account: 1,000.00 Cr",
        "Asha Stores (AS), balance now 1,000.00 Cr",
    ]


def test_the_law_of_cash_holds_for_the_command_line_too(shop: Shop) -> None:
    words = ("receipt", "--party", "AS", "--on-account", "--amount")
    quiet = shop.run(*words, "1,79,999.99", "--json")
    assert quiet.err == ""
    warned = shop.run(*words, "20,000", "--json")
    assert "1,99,999.99 in cash from this person on this day" in warned.err
    said = shop.refused(*words, "1")
    assert "Taken on this day: 1,99,999.99. Take it by UPI, cheque or bank." in said
    assert shop.found(*words, "1", "--mode", "upi")["is_new"]
    assert "s.186" in shop.refused("journal", "--debit", "cash=1", "--credit", "party:AS=1")


def test_retry_with_an_id_is_harmless(shop: Shop) -> None:
    words = ("receipt", "--party", "AS", "--amount", "100", "--id", ID)
    first = shop.found(*words)
    again = shop.run(*words, "--json")
    assert (first["is_new"], again.found["is_new"]) == (True, False)
    assert again.found["number"] == first["number"]
    assert "recorded before" in again.err
    assert balance(shop, "AS") == 1_090_000


def test_retry_is_harmless_after_its_bill_is_settled(shop: Shop) -> None:
    bill = "SA01/26/000001=6,000"
    words = ("receipt", "--party", "AS", "--amount", "6000", "--bill", bill, "--id", ID)
    assert shop.found(*words)["number"] == shop.found(*words)["number"]


def test_an_id_of_another_document_is_refused(shop: Shop) -> None:
    shop.found("receipt", "--party", "AS", "--amount", "100", "--id", ID)
    said = shop.refused("invoice", "--party", "AS", "--amount", "100", "--id", ID)
    assert "used before" in said


def test_bills_may_be_chosen(shop: Shop) -> None:
    found = shop.found(
        *("receipt", "--party", "AS", "--amount", "5,200", "--discount", "50", "--tds", "50"),
        *("--bill", "sa01/26/000002", "--bill", "SA01/26/000001=1*300"),
    )
    assert found["bills"] == [
        {"number": "SA01/26/000002", "settled_paise": -500_000},
        {"number": "SA01/26/000001", "settled_paise": -30_000},
    ]
    assert (found["amount_paise"], found["settled_paise"]) == (520_000, 530_000)


def test_bills_are_chosen_with_sense(shop: Shop) -> None:
    words = ("receipt", "--party", "AS", "--amount", "100")
    assert "no open bill NONE" in shop.refused(*words, "--bill", "NONE=5")
    assert "more than is open" in shop.refused(*words, "--bill", "SA01/26/000002=99999")
    assert "More is set" in shop.refused(*words, "--bill", "SA01/26/000002=200")
    assert "--on-account" in shop.refused(*words, "--on-account", "--bill", "SA01/26/000002=1")
    assert balance(shop, "AS") == 1_100_000


def test_on_account_is_set_against_nothing(shop: Shop) -> None:
    found = shop.found("receipt", "--party", "AS", "--amount", "100", "--on-account")
    assert (found["bills"], found["on_account_paise"]) == ([], -10_000)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (("--amount", "1,00,00"), "amount"),
        (("--amount", "0"), "amount"),
        (("--amount", "-5"), "amount"),
        (("--amount", "5", "--on", "23-11-2026"), "on"),
        (("--amount", "5", "--on", "31-2"), "on"),
        (("--amount", "5", "--id", "12"), "id"),
        (("--amount", "5", "--discount", "x"), "discount"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(
    shop: Shop, words: tuple[str, ...], field: str
) -> None:
    run = shop.run("receipt", "--party", "AS", *words, "--json")
    assert run.code == 1
    assert run.found["error"]["field"] == field
    assert balance(shop, "AS") == 1_100_000


def test_an_unknown_party_is_refused(shop: Shop) -> None:
    assert "No party is found" in shop.refused("receipt", "--party", "zzz", "--amount", "5")


def test_receipt_on_paper(shop: Shop, tmp_path: Path) -> None:
    place = tmp_path / "receipt.pdf"
    found = shop.found(
        "receipt", "--party", "GK", "--amount", "200", "--pdf", str(place), "--paper", "80mm"
    )
    assert found["files"] == [str(place)]
    assert place.read_bytes().startswith(b"%PDF-")


def test_a_place_that_cannot_be_is_refused_before_anything_is_recorded(
    shop: Shop, tmp_path: Path
) -> None:
    words = ("receipt", "--party", "AS", "--amount", "5", "--pdf")
    assert "is not there" in shop.refused(*words, str(tmp_path / "none" / "r.pdf"))
    assert "is a folder" in shop.refused(*words, str(tmp_path))
    assert balance(shop, "AS") == 1_100_000


def test_trouble_with_paper_does_not_hide_the_receipt(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def jam(*_args: object, **_options: object) -> bytes:
        raise BooksTrouble(say("The fonts are missing."))

    monkeypatch.setattr(receipts, "_paper", jam)
    run = shop.run(
        "receipt", "--party", "AS", "--amount", "5", "--pdf", str(tmp_path / "r.pdf"), "--json"
    )
    assert run.code == 1
    assert run.found["number"] == "RA01/26/000003"
    assert "recorded, but its paper is not written" in run.err


def test_invoice_with_goods(shop: Shop, tmp_path: Path) -> None:
    found = shop.found(
        *("invoice", "--party", "AS", "--item", "Sugar;2;2,100;5", "--item", "Loose tea;1.5;300"),
        *("--due", "2026-12-31", "--pdf", str(tmp_path / "i.pdf")),
    )
    assert found["amount_paise"] == 486_000
    assert (found["bill_on"], found["due_on"]) == ("2026-11-22", "2026-12-31")
    assert (tmp_path / "i.pdf").stat().st_size > 1_000


def test_invoice_takes_goods_or_a_sum(shop: Shop) -> None:
    both = ("invoice", "--party", "AS", "--amount", "5", "--item", "Sugar;1;5")
    assert "either --amount or" in shop.refused(*both)
    assert "either --amount or" in shop.refused("invoice", "--party", "AS")
    assert "name;quantity;rate;GST" in shop.refused("invoice", "--party", "AS", "--item", "Sugar")


def test_goods_to_another_state_bear_igst(shop: Shop) -> None:
    shop.told("party", "add", "Pune Stores", "--code", "PU", "--state", "Maharashtra")
    shop.told("invoice", "--party", "PU", "--item", "Oil;1;1,000;18")
    accounts = {a["code"]: a["credit_paise"] for a in shop.found("trial-balance")["accounts"]}
    assert accounts["igst"] == 18_000
    assert "cgst" not in accounts


def test_notes_and_payments(shop: Shop) -> None:
    credit = shop.found(
        "credit-note", "--party", "AS", "--amount", "1,000", "--bill", "SA01/26/000002"
    )
    assert credit["bills"] == [{"number": "SA01/26/000002", "settled_paise": -100_000}]
    debit = shop.found("debit-note", "--party", "AS", "--amount", "118", "--for", "interest")
    assert debit["balance_paise"] == 1_011_800
    paid = shop.found("payment", "--party", "PS", "--amount", "700", "--mode", "upi")
    assert (paid["kind"], paid["balance_paise"]) == ("payment", 0)


def test_a_set_off_takes_what_is_paid_ahead_and_a_retry_adds_nothing(new_shop: Shop) -> None:
    shop = new_shop
    shop.told("init", "--firm", "Asha Traders", "--state", "Gujarat")
    shop.told("party", "add", "Bina", "--code", "BI")
    shop.told("receipt", "--party", "BI", "--amount", "700", "--advance")
    shop.told("receipt", "--party", "BI", "--amount", "300", "--on-account")
    nothing = shop.refused("set-off", "--party", "BI")
    assert "there is nothing to set off" in nothing
    for amount in ("600", "500"):
        shop.told("invoice", "--party", "BI", "--amount", amount)
    assert "At most 1,000.00" in shop.refused("set-off", "--party", "BI", "--amount", "1,000.01")
    part = shop.found("set-off", "--party", "BI", "--amount", "150", "--bill", "SA01/26/000002=150")
    assert part["bills"] == [
        {"number": "RA01/26/000001", "settled_paise": 150_00},
        {"number": "SA01/26/000002", "settled_paise": -150_00},
    ]
    rest = shop.found("set-off", "--party", "BI", "--id", ID)
    assert (rest["kind"], rest["amount_paise"], rest["balance_paise"]) == (
        "journal",
        850_00,
        100_00,
    )
    assert rest["is_new"] is True
    again = shop.found("set-off", "--party", "BI", "--id", ID)
    assert again == {**rest, "is_new": False}
    lines = shop.found("statement", "--party", "BI")["lines"]
    assert [(x["debit_paise"], x["credit_paise"]) for x in lines[-2:]] == [
        (150_00, 150_00),
        (850_00, 850_00),
    ]


def test_journal_writes_off_the_oldest_bill(shop: Shop) -> None:
    found = shop.found("journal", "--debit", "Bad debts=6,000", "--credit", "party:asha=6,000")
    assert found["bills"] == [{"number": "SA01/26/000001", "settled_paise": -600_000}]
    assert balance(shop, "AS") == 500_000


def test_journal_must_close_and_name_accounts(shop: Shop) -> None:
    uneven = shop.refused("journal", "--debit", "bad_debts=5", "--credit", "party:AS=6")
    assert "must be equal" in uneven
    assert "no account" in shop.refused("journal", "--debit", "x=5", "--credit", "party:AS=5")
    assert "ACCOUNT=SUM" in shop.refused("journal", "--debit", "5", "--credit", "party:AS=5")


def test_contra_shows_both_accounts(shop: Shop) -> None:
    assert shop.told("contra", "--amount", "500") == [
        "Contra KA01/26/000001 of 22-11-2026: 500.00",
        "  Bank: 500.00 Dr",
        "  Cash: 500.00 Cr",
    ]


def test_cancel(shop: Shop) -> None:
    found = shop.found("cancel", "ra01/26/000001", "--reason", "Entered twice", "--id", ID)
    assert found["is_cancelled"] is True
    assert found["balance_paise"] == 1_500_000
    again = shop.found("cancel", "RA01/26/000001", "--reason", "Entered twice", "--id", ID)
    assert again == found
    assert "cancelled already" in shop.refused("cancel", "RA01/26/000001", "--reason", "No")
    assert "no voucher" in shop.refused("cancel", "RA01/26/000009", "--reason", "No").lower()


def test_every_posting_leaves_books_that_verify(shop: Shop) -> None:
    shop.told("receipt", "--party", "GK", "--amount", "9,999.99", "--round-off", "0.01")
    assert shop.found("verify")["ok"] is True
