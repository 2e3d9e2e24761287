from __future__ import annotations

import sys
from pathlib import Path

import pytest

from collectiq_desktop import paths

# One letter that each font is there for.
FONTS = {
    "NotoSans": "₹",
    "NotoSansDevanagari": "श",
    "NotoSansGujarati": "શ",
}


def _covered(font: bytes) -> set[int]:
    """The code points of a TrueType font, read from the ranges of its format 4 table."""

    def u16(at: int) -> int:
        return int.from_bytes(font[at : at + 2], "big")

    tables = {font[at : at + 4]: at for at in range(12, 12 + 16 * u16(4), 16)}
    cmap = int.from_bytes(font[tables[b"cmap"] + 8 : tables[b"cmap"] + 12], "big")
    points: set[int] = set()
    for index in range(u16(cmap + 2)):
        record = cmap + 4 + 8 * index
        table = cmap + int.from_bytes(font[record + 4 : record + 8], "big")
        if u16(table) == 4:
            doubled = u16(table + 6)
            for step in range(0, doubled, 2):
                end, start = u16(table + 14 + step), u16(table + 16 + doubled + step)
                points.update(range(start, end + 1))
    return points


def test_folders_are_the_users_own() -> None:
    for folder in (paths.books_folder(), paths.data_folder(), paths.config_folder()):
        assert folder.is_absolute()
        assert "CollectIQ" in folder.parts
    assert "CollectIQ" in paths.log_folder().parts


def test_a_user_without_a_name_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert paths.user_name() == ""


def test_resources_of_a_checkout(root: Path) -> None:
    assert paths.resources_folder() == root / "resources"
    assert paths.print_folder() == root / "resources" / "print"


def test_resources_of_a_frozen_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources_folder() == tmp_path / "resources"


def test_missing_resources_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(FileNotFoundError, match="install CollectIQ again"):
        paths.fonts_folder()


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("family", FONTS)
def test_font_covers_its_script(family: str, weight: str) -> None:
    font = (paths.fonts_folder() / f"{family}-{weight}.ttf").read_bytes()
    assert ord(FONTS[family]) in _covered(font)


def test_fonts_bring_their_licence() -> None:
    licence = (paths.fonts_folder() / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for name in ("Noto Sans:", "Noto Sans Devanagari:", "Noto Sans Gujarati:"):
        assert name in licence
