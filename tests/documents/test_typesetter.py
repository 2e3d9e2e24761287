from __future__ import annotations

import shutil
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.documents.statement import statement_pdf
from collectiq_desktop.documents.typesetter import Typesetter, printable, shared_typesetter
from collectiq_desktop.paths import fonts_folder
from tests.documents import looking, samples


@pytest.mark.parametrize("name", samples.NASTY_NAMES)
def test_whatever_a_party_is_called_stays_text(name: str, tmp_path: Path) -> None:
    party = replace(samples.PARTY, name=name, address=(name,), code=name[:20], language="en")
    firm = replace(samples.FIRM, name=name)
    bill = samples.bill(name, on=samples.START_ON, open_paise=100)
    rows = ((samples.START_ON, name, name, name, 100),)
    made = samples.statement(party=party, firm=firm, rows=rows, bills=(bill,))
    pdf = statement_pdf(made, paper="A4")
    assert looking.missing_glyphs(pdf) == 0
    if name.isascii():
        shown = "".join(looking.text_of(pdf, tmp_path).split())
        assert shown.count("".join(printable(name).replace("\u200b", "").split())) >= 4


def test_a_glyph_that_no_font_has_would_be_seen() -> None:
    party = replace(samples.PARTY, name="漢字")
    assert looking.missing_glyphs(statement_pdf(samples.statement(party=party), paper="A5")) > 0


def test_only_shipped_fonts_are_used_and_all_are_embedded(tmp_path: Path) -> None:
    pdf = statement_pdf(samples.extreme(lines=3, bills=3), paper="A4")
    fonts = looking.fonts_of(pdf, tmp_path)
    assert {name.split("-")[0] for name in fonts} == {
        "NotoSans",
        "NotoSansDevanagari",
        "NotoSansGujarati",
    }
    assert {path.stem for path in fonts_folder().glob("*.ttf")} >= fonts


def test_a_folder_without_fonts_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BooksTrouble, match="install CollectIQ again"):
        Typesetter(fonts=tmp_path)


def test_fonts_may_lie_elsewhere(tmp_path: Path) -> None:
    for style in ("Regular", "Bold"):
        shutil.copy(fonts_folder() / f"NotoSans-{style}.ttf", tmp_path)
    setter = Typesetter(fonts=tmp_path)
    assert setter.families == ("Noto Sans",)
    assert statement_pdf(samples.typical(), language="en", typesetter=setter).startswith(b"%PDF")


def test_the_same_record_makes_the_same_file() -> None:
    assert statement_pdf(samples.typical()) == statement_pdf(samples.typical())


def test_threads_may_share_it() -> None:
    parties = [replace(samples.PARTY, name=f"Party {n}") for n in range(8)]
    alone = [statement_pdf(samples.statement(party=party)) for party in parties]
    with ThreadPoolExecutor(4) as pool:
        together = list(
            pool.map(
                lambda party: statement_pdf(
                    samples.statement(party=party), typesetter=shared_typesetter()
                ),
                parties,
            )
        )
    assert together == alone


@given(st.text())
def test_printable_is_one_clean_line(text: str) -> None:
    shown = printable(text)
    assert shown == " ".join(shown.split())
    assert not {"Cc", "Cs", "Co", "Cn"} & {unicodedata.category(char) for char in shown}
    assert all(ord(char) <= 0xFFFF for char in shown)


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs"))))
def test_printable_keeps_what_can_be_printed(text: str) -> None:
    assert printable(text).replace("\u200b", "") == " ".join(text.split())


@given(st.text(alphabet="कखगिीुू्ंँરિશ્ાA\u200d", min_size=19, max_size=120))
def test_a_break_never_tears_a_letter(word: str) -> None:
    parts = printable(word).split("\u200b")
    for before, after in pairwise(parts):
        assert not unicodedata.category(after[0]).startswith("M")
        assert unicodedata.combining(before[-1]) != 9
        assert "\u200d" not in {before[-1], after[0]}
