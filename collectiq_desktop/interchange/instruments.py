"""How money moved, guessed from what a voucher says about it.

A guess is only that: it names a mode and a reference for the clerk's eye and
never decides about money.
"""

from __future__ import annotations

import re
from datetime import date

from collectiq_desktop.interchange.rows import InstrumentRow, Mode, Nature

_MODE_WORDS = (
    (Mode.UPI, re.compile(r"\bupi\b|\bgpay\b|google pay|phonepe|paytm|\bbhim\b", re.IGNORECASE)),
    (Mode.CHEQUE, re.compile(r"\bch(?:e)?q(?:ue)?s?\b|\bcheque|\bdd\b", re.IGNORECASE)),
    (
        Mode.BANK,
        re.compile(
            r"\bneft\b|\brtgs\b|\bimps\b|fund transfer|bank transfer|\butr\b|\becs\b|\bnach\b",
            re.IGNORECASE,
        ),
    ),
    (Mode.CARD, re.compile(r"\bcard\b|\bpos\b", re.IGNORECASE)),
    (Mode.CASH, re.compile(r"\bcash\b|\bnakad\b|नकद|रोकड", re.IGNORECASE)),
)
_REFERENCE = {
    Mode.UPI: re.compile(r"(?<!\d)(\d{12})(?!\d)"),
    Mode.CHEQUE: re.compile(r"(?<!\d)(\d{6})(?!\d)"),
    Mode.BANK: re.compile(r"\b([A-Z]{4}[A-Z0-9]{12,18})\b|(?<!\d)(\d{12})(?!\d)"),
}


def mode_of_words(text: str) -> Mode | None:
    """The mode that a text names, if it names one."""
    for mode, pattern in _MODE_WORDS:
        if pattern.search(text):
            return mode
    return None


def reference_in(text: str, mode: Mode) -> str | None:
    """The UPI reference, cheque number or UTR inside a narration."""
    pattern = _REFERENCE.get(mode)
    match = pattern.search(text) if pattern else None
    if match is None:
        return None
    return next(group for group in match.groups() if group)


def guess_instrument(
    *,
    money: Nature | None,
    told: str = "",
    narration: str = "",
    reference: str = "",
    instrument_on: date | None = None,
    bank: str = "",
) -> InstrumentRow | None:
    """The instrument of a receipt or payment; None where no money moved.

    `money` is the nature of the money account posted to, `told` the mode in
    the file's own words, `reference` the number that stands beside it.
    """
    if money not in {Nature.CASH, Nature.BANK} and not told:
        return None
    mode = mode_of_words(told) or (Mode.CASH if money is Nature.CASH else None)
    mode = mode or mode_of_words(narration) or (Mode.OTHER if money is None else Mode.BANK)
    # Words about cash in the narration of a bank voucher say nothing of its mode.
    if mode is Mode.CASH and money is Nature.BANK and not told:
        mode = Mode.BANK
    return InstrumentRow(
        mode=mode,
        reference=reference or reference_in(narration, mode),
        instrument_on=instrument_on,
        bank=bank or None,
    )
