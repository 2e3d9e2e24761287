"""The words that a believable firm is made of, from `resources/demo`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.core.domain.items import GstRate, Item

_RATES_FROM_ON = date(2017, 7, 1)
_CHECK_CHARS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Script(NamedTuple):
    """Names in one script: their heads and tails, and how many parties bear them."""

    name: str
    language: str
    share: int
    heads: tuple[str, ...]
    tails: tuple[str, ...]


class Town(NamedTuple):
    """Where parties are."""

    name: str
    pincode: str


class StaffNames(NamedTuple):
    """Who works in the firm."""

    owner: str
    clerk: str
    accountant: str
    agents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All words of the demo firm.

    Args:
        banks: on which cheques are drawn.
        bounces: what banks say of a cheque that they return.
    """

    firm: Firm
    staff: StaffNames
    banks: tuple[str, ...]
    bounces: tuple[str, ...]
    beats: tuple[str, ...]
    towns: tuple[Town, ...]
    scripts: tuple[Script, ...]
    items: tuple[Item, ...]


def read_words(folder: Path) -> Words:
    """The words that lie in a folder."""
    found: dict[str, Any] = json.loads((folder / "words.json").read_text(encoding="utf-8"))
    return Words(
        firm=_firm(found["firm"]),
        staff=_staff(found["staff"]),
        banks=tuple(found["banks"]),
        bounces=tuple(found["bounces"]),
        beats=tuple(found["beats"]),
        towns=tuple(Town(*town) for town in found["towns"]),
        scripts=tuple(
            Script(s["name"], s["language"], s["share"], tuple(s["heads"]), tuple(s["tails"]))
            for s in found["scripts"]
        ),
        items=tuple(map(_item, found["items"])),
    )


def _firm(found: dict[str, Any]) -> Firm:
    pan = found.pop("pan")
    fields: dict[str, Any] = {n: tuple(v) if isinstance(v, list) else v for n, v in found.items()}
    return Firm(**fields, gstin=gstin_of(found["state_code"], pan))


def _staff(found: dict[str, Any]) -> StaffNames:
    agents = tuple(found["agents"])
    return StaffNames(found["owner"], found["clerk"], found["accountant"], agents)


def gstin_of(state_code: str, pan: str) -> str:
    """The first GSTIN that a PAN gets in a State, with its right check character."""
    stem = f"{state_code}{pan}1Z"
    return next(stem + char for char in _CHECK_CHARS if check_gstin(stem + char).is_valid)


def _item(found: dict[str, Any]) -> Item:
    return Item(
        name=found["name"],
        hsn=found["hsn"],
        unit=found["unit"],
        rate_paise=found["rate"] * 100,
        gst_rates=(GstRate(_RATES_FROM_ON, found["gst_bp"]),),
    )
