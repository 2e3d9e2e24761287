"""What the facts of collecting say: cheques, promises, visits, run sheets, cash.

Like all bodies of facts they are a format for ever: a field may be added with
a default; none is renamed or changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeReceived:
    """A post-dated cheque came in; it moves no account before it is deposited.

    Its id is the fact's. `wished` are the bills that it is meant for, in the
    form of claims, credit negative; without them the oldest come first then.
    """

    party_id: PartyId
    amount_paise: int
    number: str
    cheque_on: date
    received_on: date
    bank: str = ""
    wished: tuple[Claim, ...] | None = None
    agent_id: UserId | None = None
    note: str = ""
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeCleared:
    """The bank has paid a deposited cheque."""

    cheque_id: FactId
    cleared_on: date
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeGivenBack:
    """A cheque that credits nobody (post-dated, or bounced) was given back to its party."""

    cheque_id: FactId
    given_back_on: date
    reason: str = ""
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """A party promised to pay by a day; the promise's id is the fact's.

    Without a bill it is a promise on whatever the party owes.
    """

    party_id: PartyId
    amount_paise: int
    promised_on: date
    made_on: date
    agent_id: UserId | None = None
    bill_voucher_id: VoucherId | None = None
    bill_n: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWithdrawn:
    """A promise was noted by mistake; it counts no more."""

    promise_id: FactId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitMade:
    """An agent was at a party; `outcome` is a word of `domain.visits.Outcome`."""

    party_id: PartyId
    visited_on: date
    outcome: str
    agent_id: UserId | None = None
    note: str = ""
    sheet_id: FactId | None = None
    sheet_row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BeatPlanned:
    """On which days of the week a beat is walked, and in which order; the newest counts.

    `weekdays` are 0 for Monday to 6 for Sunday.
    """

    beat: str
    weekdays: tuple[int, ...] = ()
    party_ids: tuple[PartyId, ...] = ()


class SheetRow(NamedTuple):
    """One party on a run sheet.

    Money: `expected_paise` is what the agent should bring home.
    """

    party_id: PartyId
    expected_paise: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetIssued:
    """An agent was given a numbered list of parties for a day; its id is the fact's."""

    number: str
    agent_id: UserId
    sheet_on: date
    rows: tuple[SheetRow, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetClosed:
    """Every row of a run sheet has its outcome, and the sheet is put away."""

    sheet_id: FactId
    closed_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CashSigned:
    """An agent says whether the cash that was counted in is what was handed over."""

    voucher_id: VoucherId
    agent_id: UserId
    is_agreed: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryPinned:
    """A person said what to think of a party until a day, and why.

    `category` is a word of `Category`, or empty: what was said before holds no more.
    """

    party_id: PartyId
    category: str
    until_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryChanged:
    """What is foretold of a party came to another category than the day before.

    `category` and `was` are words of `Category`, without any pin; `score` is per mille.
    """

    party_id: PartyId
    category: str
    was: str
    changed_on: date
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditAllowed:
    """Who acts lets a party pass its limits, and says why.

    Either one sale, named by the id that it will have, of at most `most_paise`;
    or every sale up to `until_on`, of which the newest counts.
    """

    party_id: PartyId
    reason: str
    voucher_id: VoucherId | None = None
    most_paise: int = 0
    until_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAllowed:
    """Who acts lets vouchers bear a day that their author may not date, and says why.

    Args:
        for_ids: the facts that may bear it, which need not be recorded yet: a
            new voucher by its own id, a corrected one by that of the correction.
        from_on: the earliest day that they may bear.
    """

    for_ids: tuple[FactId, ...]
    from_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneAsked:
    """An agent heard another phone of a party, and asks that the office write it there.

    The newest of a party counts. An empty `phone`: what was asked before is
    settled, whether it was taken over or not.
    """

    party_id: PartyId
    phone: str
    asked_on: date
    instead_of: str = ""
    agent_id: UserId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureAttached:
    """A picture of a voucher or a post-dated cheque; its bytes travel beside the log.

    `content_hash` is their SHA-256.
    """

    about_id: FactId
    content_hash: bytes
    content_type: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderOpened:
    """Somebody opened a reminder to a party, ready to be sent; whether it was, nobody here knows.

    `channel` is a word of `domain.reminders.Channel`, `language` that of its
    words, `amount_paise` what it said is overdue. It names no phone.
    """

    party_id: PartyId
    opened_on: date
    channel: str
    amount_paise: int
    language: str = ""
    agent_id: UserId | None = None


Collecting = (
    ChequeReceived
    | ChequeCleared
    | ChequeGivenBack
    | PromiseMade
    | PromiseWithdrawn
    | VisitMade
    | BeatPlanned
    | RunSheetIssued
    | RunSheetClosed
    | CashSigned
    | CategoryPinned
    | CategoryChanged
    | CreditAllowed
    | DayAllowed
    | PhoneAsked
    | PictureAttached
    | ReminderOpened
)
