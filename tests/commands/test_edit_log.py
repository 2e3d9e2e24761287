"""The edit log on the command line: for people, for machines, as files, and proved."""

from __future__ import annotations

import sqlite3

from python_calamine import CalamineWorkbook

from collectiq_desktop.commands.grammar_reports import ABOUT
from collectiq_desktop.core.queries.edit_log import About
from tests.cli_shop import Shop


def test_the_words_of_the_help_are_those_of_the_log() -> None:
    assert tuple(About) == ABOUT


def test_each_change_with_its_old_value(shop: Shop) -> None:
    shop.told("cancel", "SA01/26/000003", "--reason", "Wrong party")
    lines = shop.told("edit-log", "--about", "corrections")
    assert lines[0] == "Edit log"
    assert "SA01/26/000003" in lines[-2]
    assert "posted" in lines[-2]
    assert lines[-1].endswith("Wrong party")
    edit = shop.found("edit-log", "--about", "corrections")["edits"][0]
    assert (edit["kind"], edit["reason"]) == ("VoucherCancelled", "Wrong party")
    assert edit["changes"] == [{"field": "state", "before": "posted", "after": "cancelled"}]


def test_it_is_narrowed_to_a_day_a_party_and_an_employee(shop: Shop) -> None:
    whole = shop.found("edit-log")["edits"]
    mine = shop.found("edit-log", "--party", "AS")["edits"]
    assert 0 < len(mine) < len(whole)
    assert {edit["party"] for edit in mine} == {"Asha Stores"}
    assert shop.told("edit-log", "--on", "1-4-26")[-1] == "Nothing was recorded."
    assert "no employee called Bina" in shop.refused("edit-log", "--who", "Bina")


def test_it_is_written_as_files(shop: Shop) -> None:
    xlsx, pdf, csv = (shop.folder / f"log.{kind}" for kind in ("xlsx", "pdf", "csv"))
    found = shop.found("edit-log", "--xlsx", str(xlsx), "--pdf", str(pdf), "--csv", str(csv))
    assert (found["xlsx"], found["pdf"], found["csv"]) == (str(xlsx), str(pdf), str(csv))
    rows = CalamineWorkbook.from_path(xlsx).get_sheet_by_index(0).to_python()
    assert rows[3][:4] == ["When", "Who", "Counter", "What"]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert csv.read_text("utf-8-sig").splitlines()[0].startswith("When,Who,Counter,What")


def test_the_chain_is_intact_until_somebody_changes_the_file(shop: Shop) -> None:
    assert shop.found("edit-log", "--verify-chain")["chain"] == "intact"
    with sqlite3.connect(shop.path) as file:
        for (name,) in file.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE fact SET recorded_at = recorded_at + 1 WHERE kind = 'ReceiptRecorded'")
    run = shop.bare("edit-log", "--verify-chain", "--books", str(shop.path))
    assert run.code == 1
    assert "The chain is broken." in run.out
    assert "Receipt" in run.out
