"""GSTIN, PAN and the States behind their codes.

Shapes and check characters only; whether a number is registered is known to
the GST portal alone. Rates and the split of tax are in `money`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from collectiq_desktop.core.domain.saying import NOTHING, Sentence, say

STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "01": "Jammu & Kashmir",
        "02": "Himachal Pradesh",
        "03": "Punjab",
        "04": "Chandigarh",
        "05": "Uttarakhand",
        "06": "Haryana",
        "07": "Delhi",
        "08": "Rajasthan",
        "09": "Uttar Pradesh",
        "10": "Bihar",
        "11": "Sikkim",
        "12": "Arunachal Pradesh",
        "13": "Nagaland",
        "14": "Manipur",
        "15": "Mizoram",
        "16": "Tripura",
        "17": "Meghalaya",
        "18": "Assam",
        "19": "West Bengal",
        "20": "Jharkhand",
        "21": "Odisha",
        "22": "Chhattisgarh",
        "23": "Madhya Pradesh",
        "24": "Gujarat",
        "26": "Dadra & Nagar Haveli and Daman & Diu",
        "27": "Maharashtra",
        "29": "Karnataka",
        "30": "Goa",
        "31": "Lakshadweep",
        "32": "Kerala",
        "33": "Tamil Nadu",
        "34": "Puducherry",
        "35": "Andaman & Nicobar",
        "36": "Telangana",
        "37": "Andhra Pradesh",
        "38": "Ladakh",
        "96": "Other Country",
        "97": "Other Territory",
    }
)
"""State codes as GST uses them, with the names that are printed."""

_LEGACY_STATES = {"25": "26", "28": "37"}
_OTHER_NAMES = {
    "j and k": "01",
    "himachal": "02",
    "uttaranchal": "05",
    "new delhi": "07",
    "nct of delhi": "07",
    "up": "09",
    "orissa": "21",
    "chattisgarh": "22",
    "chhatisgarh": "22",
    "mp": "23",
    "daman and diu": "26",
    "dadra and nagar haveli": "26",
    "pondicherry": "34",
    "andaman and nicobar islands": "35",
    "telengana": "36",
}


def _name_key(name: str) -> str:
    """A State's name as it is compared: letters only, `and` for `&`."""
    plain = name.casefold().replace("&", " and ")
    return "".join(char for char in plain if char.isalpha())


_CODE_OF_NAME = {_name_key(name): code for code, name in STATES.items()} | {
    _name_key(name): code for name, code in _OTHER_NAMES.items()
}


def state_code_of(name: str) -> str | None:
    """The code of the State so named, or None; case and `&` do not matter.

    Understands older names and the portal's way, `27-Maharashtra` or `27`.
    """
    plain = name.strip()
    head = plain[:2]
    if head.isdecimal() and (len(plain) == len(head) or not plain[2].isalnum()):
        code = _LEGACY_STATES.get(head, head)
        return code if code in STATES else None
    return _CODE_OF_NAME.get(_name_key(plain))


# GSTIN ----------------------------------------------------------------------


class GstinKind(StrEnum):
    """Whose number it is, by its shape."""

    REGULAR = "regular"
    TDS = "tds"
    TCS = "tcs"
    UIN = "uin"
    NON_RESIDENT = "non_resident"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class GstinCheck:
    """What a look at a GSTIN tells.

    `problem` says what is wrong; with `is_valid` it is a warning, and empty
    when all is well. It begins small, to follow a colon.
    """

    value: str
    kind: GstinKind
    is_valid: bool
    problem: Sentence = NOTHING

    @property
    def state_code(self) -> str:
        """The code of the State it was given in, or nothing."""
        head = self.value[:2]
        return _LEGACY_STATES.get(head, head) if self.is_valid and _is_state(head) else ""

    @property
    def pan(self) -> str:
        """The PAN inside a regular number, or nothing."""
        return self.value[2:12] if self.is_valid and self.kind is GstinKind.REGULAR else ""


_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GSTIN_CHARS = 15
_REGULAR = re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]", re.ASCII)
_OTHER_SHAPES = {
    GstinKind.TDS: re.compile(r"\d{2}[A-Z]{4}[A-Z0-9]\d{4}[A-Z][1-9A-Z]D[0-9A-Z]", re.ASCII),
    GstinKind.TCS: re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]C[0-9A-Z]", re.ASCII),
    GstinKind.UIN: re.compile(r"\d{4}[A-Z]{3}\d{5}[UO]N[0-9A-Z]", re.ASCII),
    GstinKind.NON_RESIDENT: re.compile(r"\d{4}[A-Z]{3}\d{5}(?:NR|OS)[0-9A-Z]", re.ASCII),
}


def _is_state(code: str) -> bool:
    return code in STATES or code in _LEGACY_STATES


def _check_char(first_fourteen: str) -> str:
    """The check character of the fourteen before it."""
    total = 0
    for index, char in enumerate(first_fourteen):
        product = _ALPHABET.index(char) * (1 + index % 2)
        total += product // 36 + product % 36
    return _ALPHABET[-total % 36]


def check_gstin(text: str) -> GstinCheck:
    """The GSTIN in capitals, its kind, and what is wrong with it.

    Numbers of tax deductors, collectors, embassies and non-residents have no
    check that we know of: they pass with a warning.

    Source: domain.md §2.2; shapes as the GST portal's validators have them.
    """
    value = "".join(text.split()).upper()
    for kind, shape in _OTHER_SHAPES.items():
        if shape.fullmatch(value):
            return GstinCheck(
                value=value,
                kind=kind,
                is_valid=True,
                problem=say("this is no regular taxpayer's number and could not be checked."),
            )
    problem = _problem_of(value)
    kind = GstinKind.REGULAR if _REGULAR.fullmatch(value) else GstinKind.UNKNOWN
    return GstinCheck(value=value, kind=kind, is_valid=not problem, problem=problem)


def _problem_of(value: str) -> Sentence:
    """What is wrong with a regular number; nothing when it is right."""
    if len(value) != _GSTIN_CHARS:
        return say("it must have 15 characters, not {count}.", count=len(value))
    if not _REGULAR.fullmatch(value):
        return say("its letters and digits are not in the order 27AAPFU0939F1ZV has.")
    if not _is_state(value[:2]):
        return say("{code} is not the code of a State.", code=value[:2])
    if value[-1] != _check_char(value[:-1]):
        return say("its last character does not fit the others; one of them is mistyped.")
    return NOTHING


# PAN ------------------------------------------------------------------------

PAN_HOLDERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "P": "Person",
        "F": "Firm",
        "C": "Company",
        "H": "Hindu undivided family",
        "A": "Association of persons",
        "T": "Trust",
        "B": "Body of individuals",
        "L": "Local authority",
        "J": "Artificial juridical person",
        "G": "Government",
    }
)
"""Who holds a PAN, by its fourth letter."""

_PAN = re.compile(r"[A-Z]{5}\d{4}[A-Z]", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PanCheck:
    """What a look at a PAN tells; `problem` is empty when it can be right."""

    value: str
    holder: str
    is_valid: bool
    problem: Sentence = NOTHING


def check_pan(text: str) -> PanCheck:
    """The PAN in capitals, the kind of its holder, and what is wrong with it."""
    value = "".join(text.split()).upper()
    if not _PAN.fullmatch(value):
        problem = say("it must be five letters, four digits and a letter, as in AAPFU0939F.")
        return PanCheck(value=value, holder="", is_valid=False, problem=problem)
    holder = PAN_HOLDERS.get(value[3], "")
    if not holder:
        problem = say("its fourth letter {letter} names no kind of holder.", letter=value[3])
        return PanCheck(value=value, holder="", is_valid=False, problem=problem)
    return PanCheck(value=value, holder=holder, is_valid=True)
