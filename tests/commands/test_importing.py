"""Import through the command line: dry run, control, again, undone, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.interchange.samples import make_sample
from tests.cli_shop import Shop

BILLS = "Party,Bill No,Bill Date,Amount\nAsha Stores,7,1-4-2026,100\nNew One,8,2-4-2026,250.50\n"


@pytest.fixture
def files(new_shop: Shop) -> tuple[str, ...]:
    sample = make_sample(new_shop.clock.today_on())
    new_shop.told("init", "--firm", "Navrang Kirana Wholesale")
    for name, content in (("m.xml", sample.masters_utf16), ("d.xml", sample.daybook_utf16)):
        (new_shop.folder / name).write_bytes(content)
    return tuple(str(new_shop.folder / name) for name in ("m.xml", "d.xml"))


def test_dry_run_says_what_the_write_does(new_shop: Shop, files: tuple[str, ...]) -> None:
    dry = new_shop.found("import", "--dry-run", *files)
    assert new_shop.found("outstanding")["parties"] == []
    written = new_shop.found("import", *files)
    apart = {"batch", "dry_run"}
    assert {k: v for k, v in dry.items() if k not in apart} == {
        k: v for k, v in written.items() if k not in apart
    }
    total = new_shop.found("outstanding")["total_paise"]
    assert total == written["debit_paise"] - written["credit_paise"]
    assert new_shop.found("verify")["ok"] is True


def test_control_total_guards_the_write(new_shop: Shop, files: tuple[str, ...]) -> None:
    dry = new_shop.found("import", "--dry-run", *files)
    owed_paise = dry["debit_paise"] - dry["credit_paise"]
    wrong = new_shop.refused("import", "--control-total", "1,00,000", *files)
    assert "control total" in wrong
    assert format_inr(owed_paise) in wrong
    assert new_shop.found("outstanding")["parties"] == []
    lines = new_shop.told("import", "--control-total", format_inr(owed_paise), *files)
    assert any(line.startswith("Control:") and line.endswith("agrees") for line in lines)


def test_again_adds_nothing_and_undo_takes_all_back(new_shop: Shop, files: tuple[str, ...]) -> None:
    batch = new_shop.found("import", *files)["batch"]
    assert new_shop.told("import", *files)[-1] == "Nothing was new, so nothing was written."
    listed = new_shop.found("batches")["batches"]
    assert [(one["batch"], one["is_undone"]) for one in listed] == [(batch, False)]
    assert "--reason" in new_shop.refused("import", "--undo", batch)
    assert "no import" in new_shop.refused("import", "--undo", "ffff", "--reason", "x")
    new_shop.told("import", "--undo", batch[:12], "--reason", "Wrong year")
    assert new_shop.found("outstanding")["parties"] == []
    assert new_shop.found("import", *files)["new"] > 0


def test_another_company_is_refused_with_the_way_out(
    new_shop: Shop, files: tuple[str, ...]
) -> None:
    new_shop.told("firm", "--name", "Another Firm")
    run = new_shop.run("import", *files, "--json")
    assert run.found["error"]["finding"] == "wrong_company"
    assert "--accept-company" in run.found["error"]["message"]
    new_shop.told("import", "--accept-company", *files)
    assert "Navrang" in " ".join(new_shop.found("firm")["companies"])


def test_a_spreadsheet_through_a_suggested_mapping(shop: Shop) -> None:
    sheet, mapping = str(shop.folder / "bills.csv"), str(shop.folder / "bills.json")
    Path(sheet).write_text(BILLS, encoding="utf-8")
    assert "--mapping" in shop.refused("import", sheet)
    assert shop.found("import", sheet, "--suggest-mapping", mapping)["kind"] == "opening_bills"
    assert shop.found("import", sheet, "--mapping", mapping)["new"] >= 2
    assert [b["number"] for b in shop.found("bills", "New One")["bills"]] == ["8"]


def test_files_that_are_not_there(shop: Shop) -> None:
    assert "Which files" in shop.refused("import")
    assert "no file" in shop.refused("import", str(shop.folder / "none.xml"))
    sheet = shop.folder / "bills.csv"
    sheet.write_text(BILLS, encoding="utf-8")
    assert "no mapping file" in shop.refused("import", str(sheet), "--mapping", "none.json")
    export = shop.folder / "m.xml"
    export.write_text("<nothing/>", encoding="utf-8")
    assert "one spreadsheet" in shop.refused("import", str(export), "--suggest-mapping", "x.json")


def test_nothing_imported_yet(shop: Shop) -> None:
    assert shop.told("batches") == ["Nothing was imported yet."]


def test_the_shared_book_in_each_encoding(new_shop: Shop, test_data: Path) -> None:
    new_shop.told("init", "--firm", "Shree Sample Wholesale")
    folder = test_data / "tally" / "synthetic"
    names = ("masters.utf16le_bom.xml", "daybook.utf16le_bom.xml")
    found = new_shop.found("import", *(str(folder / name) for name in names))
    assert (found["new"], len(found["not_counted"]), found["rejected"]) == (34, 3, [])
    assert new_shop.found("outstanding", "--as-of", "2026-11-22")["total_paise"] == 23_179_000
    utf8 = (str(folder / "masters.utf8.json"), str(folder / "daybook.utf8.xml"))
    assert new_shop.found("import", *utf8)["new"] == 0
    lossy = str(folder / "masters.ascii_lossy.xml")
    run = new_shop.run("import", lossy, "--json")
    assert run.found["error"]["finding"] == "lossy_names"
