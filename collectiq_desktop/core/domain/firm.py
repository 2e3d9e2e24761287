"""The firm: whose books these are, as paper and links show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.upi import check_vpa

BACK_DATE_FIELDS = ("clerk_back_date_days", "agent_back_date_days", "accountant_back_date_days")
BACK_DATE_DAYS = range(3_651)
_IFSC = re.compile(r"[A-Z]{4}0[A-Z0-9]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Firm:
    """The firm's master data; each field is one value that may be amended.

    `companies` are the company names under which files of other programs are
    accepted besides the firm's own name. No voucher may be dated on or before
    `locked_until_on` any more. An employee whose own days back are not set has
    those of the role that are set here, else the role's usual ones.
    """

    name: str
    address: tuple[str, ...] = ()
    state_code: str = ""
    pincode: str = ""
    gstin: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    vpa: str = ""
    bank_name: str = ""
    bank_account_name: str = ""
    bank_account_number: str = ""
    bank_ifsc: str = ""
    companies: tuple[str, ...] = ()
    locked_until_on: date | None = None
    clerk_back_date_days: int | None = None
    agent_back_date_days: int | None = None
    accountant_back_date_days: int | None = None


def check_firm(firm: Firm) -> None:
    """Refuse a firm without a name, or with numbers that cannot be right."""
    if not firm.name.strip():
        message = say("The firm needs a name.")
        raise BadInput(message, field="name")
    if firm.gstin and not (check := check_gstin(firm.gstin)).is_valid:
        message = say(
            "GSTIN {gstin} cannot be right: {problem}", gstin=firm.gstin, problem=check.problem
        )
        raise BadInput(message, field="gstin")
    for name in BACK_DATE_FIELDS:
        days = getattr(firm, name)
        if days is not None and days not in BACK_DATE_DAYS:
            message = say(
                "This must be a whole number from {least} to {most}.",
                least=BACK_DATE_DAYS[0],
                most=BACK_DATE_DAYS[-1],
            )
            raise BadInput(message, field=name)
    if firm.vpa:
        check_vpa(firm.vpa)
    if firm.bank_ifsc and not _IFSC.fullmatch(firm.bank_ifsc):
        message = say("An IFSC has four letters, a zero and six more letters or digits.")
        raise BadInput(message, field="bank_ifsc")


def company_key(name: str) -> str:
    """A company's name as compared: no case, no marks, no “(from 1-Apr-25)”.

    Source: Tally appends the period of a split company to its name.
    """
    plain = re.sub(r"\(from [^)]*\)\s*$", "", name.casefold())
    return "".join(char for char in plain if char.isalnum() or ord(char) > 127)
