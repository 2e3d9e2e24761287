"""From a file's bytes to clean text that a parser accepts.

Tally writes UTF-16 with or without a byte order mark, UTF-8 or a code page,
and puts characters in that no XML parser accepts. One of them carries meaning:
U+0004 opens a reserved value, so it is turned into a private mark that
survives parsing. Nothing here knows what the text says.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RESERVED_MARK = "\ue004"
_CHUNK_BYTES = 1 << 18
_HEAD_BYTES = 512
_LONGEST_REFERENCE = 12

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));")
_CONTROLS = re.compile("[\x00-\x03\x05-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_PARTIAL_REFERENCE = re.compile(r"&(?:#[0-9xXa-fA-F]*)?\Z")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@dataclass(frozen=True, slots=True)
class TextForm:
    """How a file's bytes spell text; `is_cut` when they end amid a letter."""

    encoding: str
    is_cut: bool = False

    @property
    def is_unicode(self) -> bool:
        """Whether names in every script can have survived."""
        return self.encoding.startswith(("utf-16", "utf-8"))


def form_of(path: Path, charset: str | None = None) -> TextForm:
    """The encoding of a file; `charset` is what an HTTP header said, if any.

    Order: byte order mark, UTF-16 by its zero bytes, XML declaration, the
    header's charset, UTF-8 if every byte fits, else Windows-1252.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    size = path.stat().st_size
    wide = _wide_form(head)
    if wide is not None:
        return TextForm(wide, is_cut=size % 2 == 1)
    if head.startswith(codecs.BOM_UTF8):
        return _utf8_form(path) or TextForm("cp1252")
    named = _named_form(head, charset)
    if named is not None:
        return TextForm(named)
    return _utf8_form(path) or TextForm("cp1252")


def _wide_form(head: bytes) -> str | None:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head[1:2] == b"\x00":
        return "utf-16-le"
    if head[:1] == b"\x00":
        return "utf-16-be"
    return None


def _named_form(head: bytes, charset: str | None) -> str | None:
    declared = _DECLARED.search(head)
    for name in (declared.group(1).decode("ascii") if declared else None, charset):
        if name is None:
            continue
        try:
            found = codecs.lookup(name).name
        except LookupError:
            continue
        if not found.startswith(("utf", "ascii")):
            return found
    return None


def _utf8_form(path: Path) -> TextForm | None:
    """UTF-8 when all bytes fit; a letter cut off at the very end still fits."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                decoder.decode(chunk)
    except UnicodeDecodeError:
        return None
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return TextForm("utf-8-sig", is_cut=True)
    return TextForm("utf-8-sig")


def read_clean(path: Path, form: TextForm) -> Iterator[str]:
    """The file's text in pieces, cleaned; no reference is torn in two."""
    # A cut end is a finding of its own; it must not hide what came before.
    decoder = codecs.getincrementaldecoder(form.encoding)(errors="replace")
    held = ""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            text = held + decoder.decode(chunk)
            held = _torn_end(text)
            yield clean(text[: len(text) - len(held)])
    yield clean(held)


def _torn_end(text: str) -> str:
    tail = _PARTIAL_REFERENCE.search(text, max(0, len(text) - _LONGEST_REFERENCE))
    return tail.group() if tail else ""


def clean(text: str) -> str:
    """Text without what XML forbids, U+0004 turned into `RESERVED_MARK`."""
    if "&#" in text:
        text = _REFERENCE.sub(_clean_reference, text)
    if "\x04" in text:
        text = text.replace("\x04", RESERVED_MARK)
    return _CONTROLS.sub("", text)


def _clean_reference(match: re.Match[str]) -> str:
    code = int(match.group(1), 16) if match.group(1) else int(match.group(2))
    if code == 4:
        return RESERVED_MARK
    if code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD:
        return match.group()
    return match.group() if 0x10000 <= code <= 0x10FFFF else ""


def is_reserved(text: str) -> bool:
    """Whether a value is Tally's own (`Primary`, `Not Applicable`), not a name."""
    return text.startswith(RESERVED_MARK)


def shown(text: str) -> str:
    """A value as people see it, without the mark of reserved ones."""
    return text.replace(RESERVED_MARK, "").strip()
