"""`self-test` sees what is there, and names what is not."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import collectiq_desktop
from collectiq_desktop.commands import selftest
from collectiq_desktop.documents.typesetter import shared_typesetter
from tests.cli_shop import Run, Shop

pytest.importorskip("PySide6")

TRIED = ["program", "books", "party", "invoice", "receipt", "paper", "sheet", "verify"]
SEEN = ["window", "fonts", "label", "page", "thermal", "screens"]


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def _failed(run: Run) -> list[str]:
    """The names of what failed, after which nothing was tried."""
    assert run.code == 1
    assert run.found["ok"] is False
    wrong = [check for check in run.found["checks"] if not check["ok"]]
    assert all(check["detail"] == "Not tried." for check in wrong[1:])
    return [check["name"] for check in wrong[:1]]


def test_all_is_well_here(new_shop: Shop) -> None:
    run = new_shop.bare("self-test", "--json")
    assert run.code == 0, run.out
    assert run.found["ok"] is True
    assert run.found["is_frozen"] is False
    assert [check["name"] for check in run.found["checks"]] == TRIED + SEEN
    assert all(check["ok"] and check["detail"].endswith(".") for check in run.found["checks"])
    assert not list(new_shop.folder.rglob("*.collectiq"))
    assert not list(new_shop.folder.rglob("anchors"))


def test_what_was_made_can_be_kept(new_shop: Shop) -> None:
    folder = new_shop.folder / "जाँच"
    run = new_shop.bare("self-test", "--keep", str(folder))
    assert run.code == 0, run.out
    assert run.lines[-1].endswith("can do its work on this machine.")
    assert len([line for line in run.lines if line.startswith("ok ")]) == len(TRIED + SEEN)
    kept = {path.name for path in folder.iterdir()}
    assert {"label.png", "page.png", "thermal.png", "statement.pdf", "statement.xlsx"} <= kept
    again = new_shop.bare("self-test", "--keep", str(folder))
    assert (again.code, again.out) == (1, "")
    assert "name one that is not there yet" in again.err


def test_missing_font_is_named(new_shop: Shop, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(root / "resources", new_shop.folder / "resources")
    for path in (new_shop.folder / "resources" / "fonts").glob("NotoSansDevanagari-*"):
        path.unlink()
    shared_typesetter.cache_clear()
    monkeypatch.setattr(sys, "_MEIPASS", str(new_shop.folder), raising=False)
    try:
        run = new_shop.bare("self-test", "--json")
    finally:
        shared_typesetter.cache_clear()
    assert _failed(run) == ["paper"]


def test_window_system_that_does_not_start_is_named(
    new_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-screen")
    run = new_shop.bare("self-test", "--json")
    assert _failed(run) == ["window"]
    assert "no-such-screen" in run.found["checks"][-1]["detail"]


def _plant(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of ours that says nothing but this."""
    (folder / "planted.py").write_text(text, encoding="utf-8")
    places = [*collectiq_desktop.__path__, str(folder)]
    monkeypatch.setattr(collectiq_desktop, "__path__", places)
    monkeypatch.delitem(sys.modules, "collectiq_desktop.planted", raising=False)


@pytest.mark.parametrize("missing", ["collectiq_desktop.nowhere", "nobody_ships_this"])
@pytest.mark.parametrize("is_frozen", [False, True])
def test_part_that_does_not_load_is_named(
    missing: str, is_frozen: bool, new_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selftest, "_is_frozen", lambda: is_frozen)
    monkeypatch.setattr(selftest, "_windows", lambda _paper: [])
    _plant(new_shop.folder, f"import {missing}\n", monkeypatch)
    run = new_shop.bare("self-test", "--json")
    if missing == "nobody_ships_this" and not is_frozen:
        assert run.code == 0, run.out
    else:
        assert _failed(run) == ["program"]
        assert missing in run.found["checks"][0]["detail"]
