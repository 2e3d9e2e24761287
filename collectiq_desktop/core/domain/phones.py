"""Telephone numbers as ledgers hold them: several to a field, in any dress.

Indian mobiles come out as ten digits. What cannot be understood is handed
back as it stood, never dropped. Messages and redaction live elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from collectiq_desktop.core.domain.numerals import plain_numerals

TAIL_DIGITS: Final = 4
_COUNTRY = "91"
_MOBILE = re.compile(r"[6-9]\d{9}", re.ASCII)
_MAX_RUNS = 14
_PREFIXES = ("", "0", "91", "091", "0091")
_BETWEEN_NUMBERS = re.compile(r"[,;/|&\n]|\b(?:or|and)\b|(?<=\d)\s*(?=\+)", re.IGNORECASE)
_FOREIGN = re.compile(r"\+(?!\s*9[\s-]*1)")
_DIGITS = re.compile(r"\d+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneField:
    """What a field of telephone numbers holds.

    Args:
        mobiles: ten digits each, in order, none twice.
        complaints: the parts that are no Indian mobile, as they stood.
    """

    mobiles: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()


def normalise_mobile(text: str) -> str | None:
    """The ten digits of one Indian mobile, or None.

    Takes 0, 91, +91 and 0091 in front, and any spaces, dots and hyphens.

    Source: domain.md §5.1.
    """
    plain = plain_numerals(text)
    if _FOREIGN.search(plain):
        return None
    return _mobile_of("".join(_DIGITS.findall(plain)))


def _mobile_of(digits: str) -> str | None:
    """The mobile in a run of digits, without what may stand before it."""
    head, mobile = digits[:-10], digits[-10:]
    return mobile if head in _PREFIXES and _MOBILE.fullmatch(mobile) else None


def read_phones(text: str) -> PhoneField:
    """All mobiles in a field, and what else stands in it.

    Words beside a number, as in `Ramesh 98250 11111`, are left out without a
    complaint; a field without any digit is one complaint.
    """
    plain = "\n".join(plain_numerals(line) for line in text.splitlines())
    if not _DIGITS.search(plain):
        return PhoneField(complaints=(plain,) if plain.strip() else ())
    mobiles: dict[str, None] = {}
    complaints: list[str] = []
    for piece in _BETWEEN_NUMBERS.split(plain):
        runs = _DIGITS.findall(piece)
        split = _Split((), tuple(runs)) if _FOREIGN.search(piece) else _split_of(runs)
        mobiles.update(dict.fromkeys(split.mobiles))
        if split.left_over:
            complaints.append(" ".join(split.left_over) if split.mobiles else piece.strip())
    return PhoneField(mobiles=tuple(mobiles), complaints=tuple(complaints))


class _Split(NamedTuple):
    """Runs of digits as mobiles, and the runs that belong to none."""

    mobiles: tuple[str, ...]
    left_over: tuple[str, ...]


def _split_of(runs: Sequence[str]) -> _Split:
    """The way to read the runs that leaves the fewest over, the longest first."""
    best = [_Split((), ())]
    for start in range(len(runs) - 1, -1, -1):
        after = best[-1]
        choice = after._replace(left_over=(runs[start], *after.left_over))
        for end in range(min(len(runs), start + _MAX_RUNS), start, -1):
            mobile = _mobile_of("".join(runs[start:end]))
            rest = best[len(runs) - end]
            if mobile and len(rest.left_over) < len(choice.left_over):
                choice = rest._replace(mobiles=(mobile, *rest.mobiles))
        best.append(choice)
    return best[-1]


def first_mobile(phones: Iterable[str]) -> str:
    """The first mobile that fields of phones name, ten digits; empty where there is none."""
    found = (mobile for phone in phones for mobile in read_phones(phone).mobiles)
    return next(found, "")


def international(mobile: str) -> str:
    """The mobile as wa.me and messaging want it: 91 and ten digits."""
    assert _MOBILE.fullmatch(mobile)
    return _COUNTRY + mobile


def corrected_phones(phones: Sequence[str], phone: str, instead_of: str) -> tuple[str, ...]:
    """A party's phones once one is right: in the place of the wrong one, and none twice.

    Where the wrong one is not there, the right one comes first; where that is
    there in any dress, nothing changes.
    """
    if instead_of in phones:
        kept = (each for each in phones if each == instead_of or not _is_same(each, phone))
        return tuple(phone if each == instead_of else each for each in kept)
    if any(_is_same(each, phone) for each in phones):
        return tuple(phones)
    return (phone, *phones)


def _is_same(one: str, other: str) -> bool:
    return (normalise_mobile(one) or one) == (normalise_mobile(other) or other)


def phone_tail(phone: str, *, count: int = TAIL_DIGITS) -> str:
    """The last digits of a number, by which clerks know and search it."""
    assert count > 0
    return "".join(_DIGITS.findall(plain_numerals(phone)))[-count:]
