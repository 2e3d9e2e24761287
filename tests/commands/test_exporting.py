"""Every verb that writes a file of the books refuses it to who may not save lists."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.signing_in import set_password
from tests.cli_shop import Shop

WORDS = "river stones 12"
VERBS = [
    ("statement", "--party", "AS", "--pdf"),
    ("statement", "--party", "AS", "--xlsx"),
    ("statement", "--party", "AS", "--csv"),
    ("edit-log", "--pdf"),
    ("edit-log", "--xlsx"),
    ("edit-log", "--csv"),
    ("pictures", "RA01/26/000001", "--to"),
]


def _employ(shop: Shop, **fields: Any) -> None:
    """An owner, and a clerk who signs in."""
    books = Books.open(shop.path, shop.outside)
    owner = UserId(books.mint_id())
    books.run(AddEmployee(employee_id=owner, employee=Employee(name="Owner", role=Role.ADMIN)))
    books.acting = owner
    bina = UserId(books.mint_id())
    books.run(AddEmployee(employee_id=bina, employee=Employee(name="Bina", **fields)))
    with books.writing(by=owner) as (writer, context):
        set_password(writer, context, bina, WORDS)
    books.close()


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
@pytest.mark.parametrize("may", [False, True])
def test_a_file_is_written_for_who_may_save_lists(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...], may: bool
) -> None:
    granted = ("see_edit_log", "see_totals")
    _employ(shop, granted=granted, taken=() if may else ("export",))
    out = shop.folder / "out"
    out.mkdir()
    target = out if verb[-1] == "--to" else out / f"file.{verb[-1].removeprefix('--')}"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n"))
    run = shop.run("--user", "Bina", *verb, str(target))
    assert (run.code == 0) == may, run.err
    assert may or "may not save lists" in run.err
    assert may or not any(Path(out).iterdir())
