"""Parties through the command line: found, listed, added, altered, shown."""

from __future__ import annotations

from tests.cli_shop import Shop


def names(shop: Shop, *words: str) -> list[str]:
    return [party["party"] for party in shop.found("parties", *words)["parties"]]


def test_parties_are_listed_by_name_and_cut_off(shop: Shop) -> None:
    assert names(shop) == ["Asha Stores", "Patel & Sons", "गणेश किराना"]
    assert names(shop, "--limit", "2") == ["Asha Stores", "Patel & Sons"]
    assert names(shop, "--beat", "North") == ["गणेश किराना"]


def test_parties_are_found_in_any_script_and_by_phone(shop: Shop) -> None:
    assert names(shop, "गण") == ["गणेश किराना"]
    assert names(shop, "patel") == ["Patel & Sons"]
    assert names(shop, "11111") == ["Patel & Sons"]
    assert names(shop, "nobody") == []


def test_who_owes_nothing_can_be_left_out(shop: Shop) -> None:
    shop.told("party", "add", "Zero Stores")
    assert "Zero Stores" in names(shop)
    assert "Zero Stores" not in names(shop, "--with-balance")
    assert names(shop, "Zero", "--with-balance") == []


def test_the_list_for_people_has_a_total(shop: Shop) -> None:
    lines = shop.told("parties")
    assert lines[0].split() == ["Party", "Code", "Beat", "Balance"]
    assert lines[-1].split() == ["3", "parties", "11,500.50", "Dr"]
    assert shop.told("parties", "nobody") == ["No party is found."]


def test_add_keeps_every_field(shop: Shop) -> None:
    found = shop.found(
        *(
            "party",
            "add",
            " New   Mart ",
            "--code",
            "NM",
            "--alias",
            "Naya",
            "--phone",
            "98250 22222",
        ),
        *("--gstin", "24aaacc1206d1zm", "--state", "gujarat", "--credit-days", "21"),
        *("--credit-limit", "1,00,000", "--bill-wise", "no", "--language", "hi", "--beat", "South"),
        *("--tag", "big", "--note", "Asks for 2%", "--address", "1, Road", "--address", "Surat"),
        *("--pincode", "395001", "--email", "a@b.in", "--pan", "AAACC1206D"),
    )
    kept = {key: found[key] for key in ("party", "code", "aliases", "phones", "gstin", "beat")}
    assert kept == {
        "party": "New Mart",
        "code": "NM",
        "aliases": ["Naya"],
        "phones": ["98250 22222"],
        "gstin": "24AAACC1206D1ZM",
        "beat": "South",
    }
    assert found["credit_limit_paise"] == 10_000_000
    assert (found["state_code"], found["credit_days"], found["is_bill_wise"]) == ("24", 21, False)
    assert found["address"] == ["1, Road", "Surat"]
    assert (found["tags"], found["note"], found["language"]) == (["big"], "Asks for 2%", "hi")


def test_alter_changes_only_what_is_named(shop: Shop) -> None:
    before = shop.found("party", "show", "AS")
    after = shop.found("party", "alter", "AS", "--credit-days", "45", "--active", "no")
    changed = {key for key in after if after[key] != before[key]}
    assert changed == {"credit_days", "is_active"}
    shop.told("invoice", "--party", "AS", "--amount", "10")
    assert shop.found("bills", "AS")["bills"][-1]["due_on"] == "2027-01-06"


def test_show_tells_what_is_owed_and_how_it_ties_out(shop: Shop) -> None:
    lines = shop.told("party", "show", "AS")
    assert lines[0] == "Asha Stores  (AS)"
    assert "Bills 11,000.00 Dr, on account 0.00: balance 11,000.00 Dr" in lines
    assert "Overdue 6,000.00, the oldest since 52 days" in lines
    assert any("RA01/26/000001" in line for line in lines)


def test_mistakes_are_told(shop: Shop) -> None:
    assert "Which party" in shop.refused("party", "show")
    assert "party alter" in shop.refused("party", "show", "AS", "--beat", "X")
    assert "cannot be right" in shop.refused("party", "add", "X", "--gstin", "24AAACC1206D1ZX")
    assert "not a State" in shop.refused("party", "add", "X", "--state", "Atlantis")
    assert "belongs to Asha" in shop.refused("party", "add", "X", "--code", "AS")
    assert "needs a name" in shop.refused("party", "add")
    assert names(shop) == ["Asha Stores", "Patel & Sons", "गणेश किराना"]


def test_bills_as_they_were(shop: Shop) -> None:
    then = shop.found("bills", "AS", "--as-of", "2026-09-30")
    assert (then["total_paise"], len(then["bills"])) == (1_000_000, 1)
    assert shop.found("bills", "AS")["total_paise"] == 1_100_000
    assert shop.told("bills", "PS")[-1] == "No bill is open."


def test_firm_is_shown_and_changed(shop: Shop) -> None:
    found = shop.found("firm", "--phone", "0265 222222", "--bank-ifsc", "barb0surath")
    assert (found["firm"], found["vpa"]) == ("Shree Test Wholesale", "shree@upi")
    assert (found["phones"], found["bank_ifsc"]) == (["0265 222222"], "BARB0SURATH")
    assert shop.told("firm")[0] == "Shree Test Wholesale"
    assert "not a UPI address" in shop.refused("firm", "--vpa", "nobody")


def test_items_of_an_empty_master(shop: Shop) -> None:
    assert shop.found("items") == {"items": []}
    assert shop.told("items") == ["No item is known."]
