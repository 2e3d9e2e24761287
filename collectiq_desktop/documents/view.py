"""The blocks that several papers share, as plain values for a template.

Takes records and gives dictionaries of texts: everything is formatted here,
so that a template only places things. No template and no PDF is touched.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TypeAlias

import segno

from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import FirmOnPaper, PartyOnPaper
from collectiq_desktop.core.domain.upi import upi_link, upi_reference_of
from collectiq_desktop.core.domain.words import amount_in_words
from collectiq_desktop.documents.labels import Labels
from collectiq_desktop.documents.paper import Sheet
from collectiq_desktop.documents.typesetter import printable

View: TypeAlias = dict[str, object]
Row: TypeAlias = list[str]

NONE = "—"
_DOT = " · "
_QUIET_MODULES = 4
_LONGEST_PAYEE = 60
_LONGEST_TEXT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class UpiAsk:
    """What a UPI code asks for: how much, for which number, with what note."""

    amount_paise: int
    number: str
    note: str


def page_view(sheet: Sheet, labels: Labels) -> View:
    """What every template needs: the paper, the language and its words."""
    return {
        "sheet": asdict(sheet) | {"is_roll": sheet.is_roll},
        "language": labels.language,
        "t": dict(labels.words),
        "footer": labels["page"].split("{x}")[0],
        "footer_of": labels["page"].split("{x}")[1].split("{y}")[0],
        "footer_end": labels["page"].split("{y}")[1],
    }


def firm_view(firm: FirmOnPaper, labels: Labels) -> View:
    """The head of a paper: whose it is."""
    return {
        "name": printable(firm.name),
        "lines": [
            *_address(firm.address),
            *joined(tagged(labels["gstin"], firm.gstin), tagged(labels["state"], firm.state)),
            *joined(tagged(labels["phone"], ", ".join(firm.phones))),
        ],
    }


def party_view(party: PartyOnPaper, labels: Labels) -> View:
    """The block that says for whom the paper is."""
    return {
        "name": printable(party.name),
        "lines": [
            *_address(party.address),
            *joined(tagged(labels["gstin"], party.gstin), tagged(labels["state"], party.state)),
            *joined(
                tagged(labels["party_code"], party.code),
                tagged(labels["phone"], ", ".join(party.phones)),
            ),
        ],
    }


def bank_view(firm: FirmOnPaper, labels: Labels) -> list[Row]:
    """The bank details as pairs of label and text; empty where not set."""
    if firm.bank is None:
        return []
    pairs = (
        ("account_name", firm.bank.account_name),
        ("account_number", firm.bank.account_number),
        ("ifsc", firm.bank.ifsc),
        ("bank", firm.bank.bank),
    )
    return [[labels[key], printable(text)] for key, text in pairs if text]


def qr_view(firm: FirmOnPaper, labels: Labels, ask: UpiAsk) -> View | None:
    """The UPI code with its words, or None where nothing can be asked for.

    Source: domain.md §3.1; a code never stands on a zero or credit balance.
    """
    if ask.amount_paise <= 0 or not firm.vpa:
        return None
    link = upi_link(
        vpa=firm.vpa,
        payee=firm.name[:_LONGEST_PAYEE],
        amount_paise=ask.amount_paise,
        reference=ask.number if _fits_upi(ask.number) else "",
        note=ask.note,
    )
    return {
        **code_view(link),
        "caption": labels["scan"],
        "amount": rupees(ask.amount_paise),
        "words": amount_in_words(ask.amount_paise, labels.language),
        "vpa": firm.vpa,
        "payee": printable(firm.name),
    }


def code_view(text: str) -> View:
    """The text as a QR code, error level M with its quiet zone, as SVG."""
    code = segno.make(text, error="m", micro=False)
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=_QUIET_MODULES, xmldecl=False, svgns=True)
    width, _ = code.symbol_size(border=_QUIET_MODULES)
    return {"svg": drawn.getvalue().decode("utf-8"), "modules": width}


def _fits_upi(number: str) -> bool:
    """Whether a number, which may come from anywhere, can be a reference."""
    try:
        upi_reference_of(number)
    except BadInput:
        return False
    return True


def day(on: date) -> str:
    """A date as papers show it."""
    return format_date(on)


def rupees(paise: int) -> str:
    """An amount with its currency sign."""
    return f"₹ {format_inr(paise)}"


def amount_or_none(paise: int) -> str:
    """An amount for a column where most cells are empty."""
    return format_inr(paise) if paise else NONE


def with_side(paise: int, labels: Labels) -> str:
    """An amount with Dr or Cr in the language of the paper."""
    if paise == 0:
        return format_inr(0)
    return f"{format_inr(abs(paise))}\u00a0{labels['dr' if paise > 0 else 'cr']}"


def tagged(label: str, text: str) -> str:
    """Label and text, or nothing where there is no text."""
    return f"{label} {printable(text)}" if text.strip() else ""


def made_line(made_text: str, labels: Labels) -> str:
    """When the paper was made, or nothing where that is not said."""
    return labels.fill("made", made=printable(made_text)) if made_text else ""


def brief(text: str) -> str:
    """The text, cut where it would fill a page of a narrow column."""
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1].rstrip()}…"


def joined(*parts: str) -> list[str]:
    """The parts that are there as one line; no line where there is none."""
    there = [part for part in parts if part]
    return [_DOT.join(there)] if there else []


def _address(lines: Sequence[str] | Iterable[str]) -> list[str]:
    return [text for text in map(printable, lines) if text]
