"""The chart of accounts: ledger heads that every firm has, and their natures."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.vouchers import AGENT_DUES, AGENTS, DEBTORS, Mode


class Nature(StrEnum):
    """What kind of account it is; reports group by it."""

    DEBTORS = "debtors"
    CASH = "cash"
    BANK = "bank"
    CLEARING = "clearing"
    SALES = "sales"
    TAX = "tax"
    INCOME = "income"
    EXPENSE = "expense"
    ASSET = "asset"
    LIABILITY = "liability"
    OPENING = "opening"


class Account(NamedTuple):
    """A ledger head."""

    account_code: str
    name: str
    nature: Nature


CHEQUES = "cheques"
STANDARD_ACCOUNTS = (
    Account(DEBTORS, "Sundry Debtors", Nature.DEBTORS),
    Account("cash", "Cash", Nature.CASH),
    Account(AGENTS, "Cash with agents", Nature.CASH),
    Account("bank", "Bank", Nature.BANK),
    Account(CHEQUES, "Cheques in hand", Nature.CLEARING),
    Account("razorpay", "Razorpay in transit", Nature.CLEARING),
    Account("sales", "Sales", Nature.SALES),
    Account("sales_return", "Sales return", Nature.SALES),
    Account("cgst", "Output CGST", Nature.TAX),
    Account("sgst", "Output SGST", Nature.TAX),
    Account("igst", "Output IGST", Nature.TAX),
    Account("discount", "Discount allowed", Nature.EXPENSE),
    Account("tds", "TDS receivable", Nature.ASSET),
    Account("round_off", "Round off", Nature.EXPENSE),
    Account("charges", "Charges recovered", Nature.INCOME),
    Account("interest", "Interest", Nature.INCOME),
    Account("bad_debts", "Bad debts", Nature.EXPENSE),
    Account(AGENT_DUES, "Due from agents", Nature.ASSET),
    Account("opening", "Opening balances", Nature.OPENING),
)
MONEY_NATURES = frozenset({Nature.CASH, Nature.BANK, Nature.CLEARING})
_ACCOUNT_OF_MODE = {Mode.CASH: "cash", Mode.CHEQUE: CHEQUES, Mode.RAZORPAY: "razorpay"}


def account_of(mode: Mode, *, is_with_agent: bool = False) -> str:
    """The account that money of this mode goes to; all but three go to the bank.

    Args:
        is_with_agent: an agent took it, who keeps cash until it is counted in.
    """
    if is_with_agent and mode is Mode.CASH:
        return AGENTS
    return _ACCOUNT_OF_MODE.get(mode, "bank")


def code_for_name(name: str) -> str:
    """The code of an account that came from outside with a name only.

    Two counters that meet the same name make the same code, so that their
    books agree without asking each other.
    """
    folded = " ".join(name.casefold().split())
    return "x" + hashlib.sha256(folded.encode()).hexdigest()[:11]
