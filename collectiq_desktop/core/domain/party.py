"""The party: whom we keep an account with, and on what terms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.core.domain.saying import say

MAX_NAME_CHARS = 200
MAX_CREDIT_DAYS = 9_999
LANGUAGES = ("en", "hi")
_CODE = re.compile(r"[^\s].{0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party's master data; each field is one value that may be amended.

    Money: `credit_limit_paise` 0 means no limit was set.
    Dates: `credit_days` counts from the bill's date to its due date;
        `late_limit_days` is how late its oldest bill may be, 0 for no limit.
    What passes a limit (`bills_limit_count` is of open bills) is asked about,
    or refused where `stops_at_limit`.
    A party that is not kept bill-wise is a running account: all on account.
    """

    name: str
    code: str = ""
    aliases: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    email: str = ""
    address: tuple[str, ...] = ()
    pincode: str = ""
    state_code: str = ""
    gstin: str = ""
    pan: str = ""
    credit_days: int = 0
    credit_limit_paise: int = 0
    late_limit_days: int = 0
    bills_limit_count: int = 0
    stops_at_limit: bool = False
    is_bill_wise: bool = True
    language: str = "en"
    group: str = ""
    beat: str = ""
    area: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    is_active: bool = True


def check_party(party: Party) -> None:
    """Refuse master data that could not be used.

    A GSTIN with a wrong check character is refused here, where a person types
    it; an import keeps such a number and says so.

    Raises:
        BadInput: with the field's name.
    """
    check_party_terms(party)
    if party.gstin and not (check := check_gstin(party.gstin)).is_valid:
        message = say(
            "GSTIN {gstin} cannot be right: {problem}", gstin=party.gstin, problem=check.problem
        )
        raise BadInput(message, field="gstin")


def check_party_terms(party: Party) -> None:
    """Refuse a party without a usable name, code or credit terms."""
    if not 0 < len(party.name.strip()) <= MAX_NAME_CHARS:
        message = say(
            "A party needs a name of at most {most} letters.",
            most=MAX_NAME_CHARS,
        )
        raise BadInput(message, field="name")
    if party.code and not _CODE.fullmatch(party.code):
        message = say("A party's code has at most 32 letters and begins with no space.")
        raise BadInput(message, field="code")
    if not 0 <= party.credit_days <= MAX_CREDIT_DAYS:
        message = say("Credit days must lie between 0 and {most}.", most=MAX_CREDIT_DAYS)
        raise BadInput(message, field="credit_days")
    if party.credit_limit_paise < 0:
        message = say("A credit limit cannot be negative; leave it empty for none.")
        raise BadInput(message, field="credit_limit")
    for field, count in (
        ("late_limit", party.late_limit_days),
        ("bills_limit", party.bills_limit_count),
    ):
        if not 0 <= count <= MAX_CREDIT_DAYS:
            message = say(
                "A limit must lie between 0 and {most}; leave it empty for none.",
                most=MAX_CREDIT_DAYS,
            )
            raise BadInput(message, field=field)
