"""The `upi://pay` link as text; what a QR code on paper holds.

A link is only a request: nothing here, and nothing that comes back from
showing it, says that money arrived. Drawing the code is left to documents.
"""

from __future__ import annotations

import re
from typing import Final

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import PAISE_PER_RUPEE, Paise, check_paise
from collectiq_desktop.core.domain.saying import say

MAX_NOTE_CHARS: Final = 50
_MODE_QR: Final = "01"
"""The link is scanned; codes for signed modes need a bank and are not ours."""

_VPA = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z][A-Za-z0-9]{1,63}(?:(?:\.ifsc)?\.npci)?", re.ASCII
)
_MAX_VPA_CHARS = 255
_MIN_REFERENCE_CHARS, _MAX_REFERENCE_CHARS = 4, 35
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def upi_link(
    *,
    vpa: str,
    payee: str,
    amount_paise: Paise | None = None,
    reference: str = "",
    note: str = "",
) -> str:
    """The link that a UPI app opens, ready for a QR code.

    Args:
        vpa: the firm's UPI address, name@handle.
        payee: the name that the bank knows.
        amount_paise: None leaves it to the payer.
        reference: the number of the bill or paper; empty where there is none.
        note: what the payer sees; unsafe characters are left out.

    Money: rupees with two decimals and no commas; zero and less are refused.

    Raises:
        BadInput: the UPI address, the name or the amount cannot be used.
    Source: domain.md §3.1, NPCI linking specification 1.6.
    """
    name = " ".join(payee.split())
    if not name:
        message = say("A UPI code needs the payee's name. Set the firm's name first.")
        raise BadInput(message, field="payee")
    fields = [("pa", check_vpa(vpa)), ("pn", _percent_encoded(name))]
    if reference:
        fields.append(("tr", upi_reference_of(reference)))
    if safe_note := clean_note(note):
        fields.append(("tn", _percent_encoded(safe_note)))
    if amount_paise is not None:
        fields.append(("am", _amount_of(amount_paise)))
    fields += [("cu", "INR"), ("mode", _MODE_QR)]
    return "upi://pay?" + "&".join(f"{key}={value}" for key, value in fields)


def check_vpa(text: str, *, field: str | None = "vpa") -> str:
    """The UPI address without surrounding spaces, when it has the right shape.

    Raises:
        BadInput: it is no name@handle.
    """
    vpa = text.strip()
    if len(vpa) <= _MAX_VPA_CHARS and _VPA.fullmatch(vpa):
        return vpa
    message = say("“{vpa}” is not a UPI address. It has the form name@bank.", vpa=vpa[:60])
    raise BadInput(message, field=field)


def upi_reference_of(number: str) -> str:
    """The reference that stands for a bill's number in a link.

    UPI apps break on slashes and spaces: SW/26-27/0002 becomes SW2627-0002.
    Two numbers may come to share a reference; the caller keeps the map.

    Raises:
        BadInput: the number has no letter or digit that a link can carry.
    """
    *heads, last = _parts_of(number) or [""]
    if not last:
        message = say(
            "“{number}” cannot be put into a UPI code. Give it Latin letters or digits.",
            number=number[:40],
        )
        raise BadInput(message, field="number")
    reference = f"{''.join(head.replace('-', '') for head in heads)}-{last}" if heads else last
    if len(reference) < _MIN_REFERENCE_CHARS:
        reference = f"BILL-{reference}"
    return reference[-_MAX_REFERENCE_CHARS:].lstrip("-_")


def _parts_of(number: str) -> list[str]:
    """The parts between slashes and spaces, with safe characters only."""
    parts = re.split(r"[/\\\s]+", number)
    safe = (re.sub(r"[^A-Za-z0-9_-]", "", part).strip("-_") for part in parts)
    return [part for part in safe if part]


def clean_note(text: str) -> str:
    """The note with letters, digits, space, hyphen and full stop only.

    A bill's number in it is written as its reference; at most 50 characters.
    """
    words = [upi_reference_of(word) if _is_number(word) else word for word in text.split()]
    plain = re.sub(r"[^A-Za-z0-9 .-]+", " ", " ".join(words))
    return " ".join(plain.split())[:MAX_NOTE_CHARS].rstrip()


def _is_number(word: str) -> bool:
    """Whether a word of a note is a number with slashes, as bills have."""
    return "/" in word and any(char.isdecimal() for char in word) and bool(_parts_of(word))


def _amount_of(amount_paise: Paise) -> str:
    """Rupees with two decimals, as the link writes them."""
    if amount_paise <= 0:
        message = say("A UPI code can only ask for an amount above zero.")
        raise BadInput(message, field="amount")
    rupees, paise = divmod(check_paise(amount_paise, field="amount"), PAISE_PER_RUPEE)
    return f"{rupees}.{paise:02d}"


def _percent_encoded(text: str) -> str:
    """The text in UTF-8 with everything encoded but letters, digits and -._~."""
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode("utf-8")
    )
