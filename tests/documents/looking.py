"""Ways of looking at a PDF: its text, its pages, its fonts, its missing glyphs."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)(?=[^()]*?T[jJ])", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BOX = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")
POINTS_PER_MM = 72 / 25.4


def need(program: str) -> str:
    """The program's path; the test is left out where it is not installed."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


def _run(pdf: bytes, folder: Path, *command: str) -> str:
    source = folder / "looked_at.pdf"
    source.write_bytes(pdf)
    program, *options = command
    made = subprocess.run(
        [need(program), *options, str(source), *(["-"] if program == "pdftotext" else [])],
        check=True,
        capture_output=True,
        text=True,
    )
    return made.stdout


def text_of(pdf: bytes, folder: Path) -> str:
    """The text of all pages as it is laid out."""
    return _run(pdf, folder, "pdftotext", "-layout").replace("\u200b", "").replace("\u00a0", " ")


def words_of(pdf: bytes, folder: Path) -> str:
    """The text of all pages with every run of blanks as one."""
    return " ".join(text_of(pdf, folder).split())


def fonts_of(pdf: bytes, folder: Path) -> set[str]:
    """The families of the fonts in the file; every one must be embedded."""
    rows = _run(pdf, folder, "pdffonts").splitlines()[2:]
    assert all(row.split()[-5] == "yes" for row in rows), rows
    return {row.split()[0].split("+")[-1] for row in rows}


def codes_in(pdf: bytes, folder: Path) -> list[str]:
    """What the QR codes in the file say, as a scanner reads them."""
    scanner, printer = need("zbarimg"), need("pdftoppm")
    source = folder / "scanned.pdf"
    source.write_bytes(pdf)
    subprocess.run([printer, "-r", "200", "-gray", str(source), str(folder / "scan")], check=True)
    said: list[str] = []
    for page in sorted(folder.glob("scan-*.pgm")):
        read = subprocess.run(
            [scanner, "--quiet", "--raw", str(page)], check=False, capture_output=True, text=True
        )
        said += [line for line in read.stdout.splitlines() if line]
        page.unlink()
    return said


def page_sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in whole millimetres."""
    boxes = [box for stream in (pdf, *_streams(pdf)) for box in _BOX.findall(stream)]
    return [
        (round(float(width) / POINTS_PER_MM), round(float(height) / POINTS_PER_MM))
        for width, height in boxes
    ]


def missing_glyphs(pdf: bytes) -> int:
    """How many glyphs are the empty box that stands for a missing one."""
    count = 0
    for stream in _streams(pdf):
        for shown in _SHOWN.findall(stream):
            codes = _ESCAPE.sub(_unescaped, shown[1:-1])
            count += sum(codes[i : i + 2] == b"\0\0" for i in range(0, len(codes), 2))
    return count


def _unescaped(match: re.Match[bytes]) -> bytes:
    digits, char = match[1], match[2]
    return bytes([int(digits, 8)]) if digits else _NAMED.get(char, char)


def _streams(pdf: bytes) -> list[bytes]:
    streams = []
    for match in _STREAM.finditer(pdf):
        try:
            streams.append(zlib.decompress(match[1]))
        except zlib.error:
            continue
    return streams
