"""Files that cannot be worked with: each is a clear sentence, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from collectiq_desktop.core.storage.sqlite import FileAt
from tests.cli_shop import FOLDERS, Shop

RECEIPT = ("receipt", "--party", "AS", "--amount", "5")
# A write that would make a file longer than this fails, as on a full disk.
ON_A_FULL_DISK = """
import resource, signal, sys
from collectiq_desktop.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
sys.exit(main(sys.argv[1:]))
"""


def test_no_books(new_shop: Shop) -> None:
    assert "make new ones" in new_shop.refused("parties")
    run = new_shop.bare("parties")
    assert run.code == 1
    assert "--books FILE" in run.err


def test_the_only_books_of_this_machine_need_no_name(
    new_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_shop.folder / "own"
    monkeypatch.setattr("collectiq_desktop.paths.books_folder", lambda: folder)
    made = new_shop.bare("init", "--firm", "Asha / Traders", "--json").found
    assert Path(made["books"]) == folder / "Asha Traders.collectiq"
    assert new_shop.bare("parties").code == 0
    new_shop.bare("init", "--firm", "Second")
    run = new_shop.bare("parties")
    assert run.code == 1
    assert "several books" in run.err


def test_books_may_be_named_by_the_environment(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLLECTIQ_BOOKS", str(shop.path))
    assert len(shop.bare("parties", "--json").found["parties"]) == 3


def test_new_books_spare_what_is_there(shop: Shop) -> None:
    assert "already there" in shop.refused("init", "--firm", "X")
    assert "already there" in shop.refused("demo", "--vouchers", "1")
    assert len(shop.found("parties")["parties"]) == 3


def test_a_folder_that_is_not_there(new_shop: Shop) -> None:
    run = new_shop.bare("init", "--books", str(new_shop.folder / "no" / "x"), "--firm", "X")
    assert (run.code, run.out) == (1, "")
    assert "make it first" in run.err


def test_files_that_are_no_books(new_shop: Shop) -> None:
    new_shop.path.write_text("hello", encoding="utf-8")
    assert "is not a CollectIQ file" in new_shop.refused("parties")
    new_shop.path.write_bytes(b"")
    assert "is not a CollectIQ file" in new_shop.refused("verify")
    run = new_shop.bare("parties", "--books", str(new_shop.folder))
    assert "is a folder" in run.err


def test_half_a_file(shop: Shop) -> None:
    content = shop.path.read_bytes()
    shop.path.write_bytes(content[: len(content) // 2])
    assert "damaged" in shop.refused("parties")


def test_books_of_a_newer_program(shop: Shop) -> None:
    content = bytearray(shop.path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    shop.path.write_bytes(content)
    assert "newer CollectIQ" in shop.refused("parties")


def test_a_tampered_byte_is_named_by_verify(shop: Shop) -> None:
    content = shop.path.read_bytes()
    assert b"Shree Test Wholesale" in content
    shop.path.write_bytes(content.replace(b"Shree Test Wholesale", b"Shree Tess Wholesale"))
    run = shop.run("verify", "--json")
    assert run.code == 1
    checks = {check["name"]: check for check in run.found["checks"]}
    assert checks["chain"]["ok"] is False
    assert "FirmCreated" in checks["chain"]["detail"]
    assert "does not hold" in shop.run("verify").out


def test_books_that_may_only_be_read(shop: Shop) -> None:
    shop.path.chmod(0o444)
    assert "can only be read" in shop.refused(*RECEIPT)
    assert "can only be read" in shop.refused("rebuild")
    assert shop.found("outstanding")["total_paise"] == 1_150_050
    assert shop.found("verify")["ok"] is True


def test_books_that_somebody_else_writes(shop: Shop) -> None:
    other = FileAt(shop.path).open()
    with other.write():
        assert "in use by another program" in shop.run(*RECEIPT).err
        assert shop.found("outstanding")["total_paise"] == 1_150_050
    other.close()
    assert shop.found(*RECEIPT)["number"] == "RA01/26/000003"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this limit on files is of POSIX systems")
def test_a_full_disk(shop: Shop) -> None:
    command = [sys.executable, "-c", ON_A_FULL_DISK, "--books", str(shop.path), *RECEIPT]
    env = {**os.environ, **{name: str(shop.folder / name.lower()) for name in FOLDERS}}
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert "full" in run.stderr
    assert "Traceback" not in run.stderr
    assert shop.found("verify")["ok"] is True
    assert shop.found("outstanding")["total_paise"] == 1_150_050


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this limit on files is of POSIX systems")
def test_new_books_on_a_full_disk_leave_nothing_behind(new_shop: Shop) -> None:
    command = [sys.executable, "-c", ON_A_FULL_DISK, "--books", str(new_shop.path)]
    env = {**os.environ, **{name: str(new_shop.folder / name.lower()) for name in FOLDERS}}
    run = subprocess.run(
        [*command, "init", "--firm", "X"], env=env, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "full" in run.stderr
    assert list(new_shop.folder.glob("shop*")) == []
    assert new_shop.run("init", "--firm", "X").code == 0


def test_a_restored_copy_is_told_from_the_books(shop: Shop) -> None:
    backup = shop.folder / "backup"
    shutil.copy(shop.path, backup)
    shop.told(*RECEIPT)
    shutil.copy(backup, shop.path)
    run = shop.run("verify", "--json")
    assert run.code == 1
    assert [check["name"] for check in run.found["checks"] if not check["ok"]] == ["anchor"]
