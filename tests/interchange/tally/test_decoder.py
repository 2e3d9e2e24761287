from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.tally.decoder import (
    RESERVED_MARK,
    clean,
    form_of,
    is_reserved,
    read_clean,
    shown,
)
from collectiq_desktop.interchange.tally.xml_reader import FileTrouble, read_xml

TEXT = '<A N="1">गणेश &amp; Sons</A>'


def decoded(path: Path) -> str:
    return "".join(read_clean(path, form_of(path)))


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode(), "utf-8-sig"),
    ],
)
def test_unicode_files(tmp_path: Path, content: bytes, encoding: str) -> None:
    path = tmp_path / "file.xml"
    path.write_bytes(content)
    assert (form_of(path).encoding, decoded(path)) == (encoding, TEXT)
    assert form_of(path).is_unicode


def test_windows_code_page_is_the_last_resort(tmp_path: Path) -> None:
    path = tmp_path / "file.xml"
    path.write_bytes("<A>Café – naïve</A>".encode("cp1252"))
    assert (form_of(path).encoding, decoded(path)) == ("cp1252", "<A>Café – naïve</A>")
    assert not form_of(path).is_unicode


def test_a_declared_code_page_goes_before_utf8(tmp_path: Path) -> None:
    path = tmp_path / "file.xml"
    path.write_bytes('<?xml version="1.0" encoding="ISO-8859-1"?><A>é</A>'.encode("latin-1"))
    assert form_of(path).encoding == "iso8859-1"
    assert form_of(path, "windows-1253").encoding == "iso8859-1"


def test_a_charset_from_the_wire_is_used_when_nothing_else_tells(tmp_path: Path) -> None:
    path = tmp_path / "reply.xml"
    path.write_bytes("<A>é</A>".encode("latin-1"))
    assert form_of(path, "iso-8859-15").encoding == "iso8859-15"
    assert form_of(path, "no-such-charset").encoding == "cp1252"


@pytest.mark.parametrize("content", ["ક".encode()[:-1], b"\xff\xfeA\x00B"])
def test_a_letter_cut_at_the_end_is_noticed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cut.xml"
    path.write_bytes(content)
    assert form_of(path).is_cut


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("&#4; Primary", f"{RESERVED_MARK} Primary"),
        ("&#x4; Any", f"{RESERVED_MARK} Any"),
        ("\x04 Applicable", f"{RESERVED_MARK} Applicable"),
        ("a\x05b\x03c\x00d", "abcd"),
        ("&#5;&#x1F;&#0;x", "x"),
        ("a&#10;b&#9;c&#13;", "a&#10;b&#9;c&#13;"),
        ("&#2327;&#x917;", "&#2327;&#x917;"),
        ("&#xD83D;&#65535;&#x110000;", ""),
        ("&amp;&lt;", "&amp;&lt;"),
    ],
)
def test_what_xml_forbids_goes_and_reserved_values_stay_marked(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_reserved_values() -> None:
    assert is_reserved(clean("&#4; Primary"))
    assert not is_reserved("Primary")
    assert shown(clean("&#4; Primary")) == "Primary"


def test_a_reference_at_the_edge_of_a_piece_is_not_torn(tmp_path: Path) -> None:
    path = tmp_path / "long.xml"
    for fill in range((1 << 18) - 12, (1 << 18) + 2):
        path.write_text("x" * fill + "&#4; Primary &amp; more", encoding="utf-8")
        assert decoded(path) == "x" * fill + f"{RESERVED_MARK} Primary &amp; more"


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_becomes_xml_that_a_parser_takes(value: str, other: str) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    document = f"<ENVELOPE><A>{escaped(value)}&#4;&#5;</A><B>{escaped(other)}</B></ENVELOPE>"
    things = list(read_xml([clean(document)]))
    assert [thing.tag for thing in things][:2] == ["envelope", "a"]


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_trouble(content: bytes) -> None:
    text = clean(content.decode("utf-8", errors="replace"))
    finding = None
    try:
        list(read_xml([text]))
    except FileTrouble as trouble:
        finding = trouble.finding
    assert finding in {None, Finding.MALFORMED_XML, Finding.TRUNCATED_FILE}
