"""What phones ask and are told, as JSON; what they do stands in `deeds`.

Ids are 32 hexadecimal digits, money is whole paise (debit positive), business
dates are ISO dates, instants UTC milliseconds. The phone mints the id of all
that it sends, so that sending it again is harmless.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, field

from collectiq_desktop.core.wire.peer import Message

MAX_PARTIES = 5_000
Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]


class Told(Message, frozen=True, omit_defaults=False):
    """The root of all of them: what is empty is told, too."""


class Answered(Told, frozen=True):
    """What became of a command; asked again, it is the same.

    Args:
        number: of the receipt.
        ref: what the phone showed before there was a number.
        code: a word for programs, why it was refused.
        sentence: the same for people; `template` and `values` are what it was made of.
        field: what of the command it is about.
    """

    id: str
    state: Literal["done", "refused"]
    number: str = ""
    on: date | None = None
    ref: str = ""
    code: str = ""
    sentence: str = ""
    template: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)
    field: str = ""


class AskedChanges(Told, frozen=True):
    """What the phone has.

    Args:
        mark: of the answer before.
        known: the tag of each party that it keeps.
    """

    mark: Annotated[str, Meta(max_length=100)] = ""
    known: Annotated[dict[str, str], Meta(max_length=MAX_PARTIES)] = field(default_factory=dict)


class AskedPictures(Told, frozen=True):
    """Of which receipt or post-dated cheque."""

    about_id: Id


class AskedParty(Told, frozen=True):
    """Which party."""

    party_id: Id


class AskedDay(Told, frozen=True):
    """Which day; today where none is named."""

    on: date | None = None


class AskedRound(Told, frozen=True):
    """The whole round of today."""


# What is answered ----------------------------------------------------------------


class ToldBill(Told, frozen=True):
    """An open bill; an advance is below nothing."""

    voucher_id: str
    n: int
    number: str
    bill_on: date
    due_on: date
    amount_paise: int
    open_paise: int
    overdue_days: int


class ToldPromise(Told, frozen=True):
    """A promise and what became of it: `waiting`, `kept`, `part`, `broken`."""

    amount_paise: int
    paid_paise: int
    promised_on: date
    made_on: date
    state: str
    note: str


class ToldCheque(Told, frozen=True):
    """A cheque and where it stands; `pictures_count` photos of it are kept."""

    id: str
    number: str
    bank: str
    cheque_on: date
    received_on: date
    amount_paise: int
    state: str
    pictures_count: int


class ToldVisit(Told, frozen=True):
    """A visit of the last days."""

    on: date
    outcome: str
    note: str


class ToldReminder(Told, frozen=True):
    """A reminder that was opened in the last days, and by whom."""

    on: date
    channel: str
    amount_paise: int
    by: str


class ToldReceipt(Told, frozen=True):
    """A receipt of the last days; `pictures_count` photos of its cheque or slip are kept."""

    id: str
    on: date
    number: str
    mode: str
    amount_paise: int
    pictures_count: int


class Said(Told, frozen=True):
    """A sentence, and what it was made of."""

    text: str
    template: str
    values: dict[str, str]


class ToldRisk(Told, frozen=True):
    """What is foretold: per mille, in a word, and why."""

    score: int | None
    category: str
    reasons: list[Said]


class ToldParty(Told, frozen=True):
    """A party of the round with all that a visit needs.

    Args:
        mobile: the first that its phones name, ten digits; empty for none.
        reasons: why it should be called on: `promise`, `overdue`, `cheque`, `beat`.
    """

    id: str
    name: str
    code: str
    beat: str
    phones: list[str]
    mobile: str
    address: list[str]
    language: str
    note: str
    balance_paise: int
    on_account_paise: int
    overdue_paise: int
    oldest_days: int
    expected_paise: int
    bounced_paise: int
    reasons: list[str]
    bills: list[ToldBill]
    promises: list[ToldPromise]
    cheques: list[ToldCheque]
    visits: list[ToldVisit]
    reminders: list[ToldReminder]
    receipts: list[ToldReceipt]
    risk: ToldRisk | None


class ToldPicture(Told, frozen=True):
    """A photo; no content where its bytes have not come yet."""

    content_type: str
    content: bytes | None


class ToldPictures(Told, frozen=True):
    """The photos of a receipt or a post-dated cheque, in the order they were taken."""

    pictures: list[ToldPicture]


class ToldMode(Told, frozen=True):
    """What was collected in one way."""

    mode: str
    count: int
    amount_paise: int


class ToldHandover(Told, frozen=True):
    """Cash of the agent's that was counted in, and is not signed yet."""

    voucher_id: str
    on: date
    number: str
    expected_paise: int
    counted_paise: int
    counted_by: str


class ToldRow(Told, frozen=True):
    """One row of a run sheet; without an outcome it is still to be called on."""

    row: int
    party_id: str
    expected_paise: int
    outcome: str
    received_paise: int


class ToldSheet(Told, frozen=True):
    """A run sheet that is open."""

    id: str
    number: str
    title: str
    on: date
    rows: list[ToldRow]


class MyDay(Told, frozen=True):
    """The agent's day, and the cash in hand.

    Args:
        cash_since_at: since when the oldest of the cash is there.
    """

    on: date
    collected: list[ToldMode]
    post_dated_count: int
    post_dated_paise: int
    promises_count: int
    promised_paise: int
    visits: dict[str, int]
    reminders_count: int
    cash_paise: int
    cash_since_at: int | None
    dues_paise: int
    handovers: list[ToldHandover] = field(default_factory=list)


class ToldMe(Told, frozen=True):
    """Who has signed in, and for which firm."""

    employee_id: str
    name: str
    role: str
    permissions: list[str]
    firm_id: str
    firm: str
    upi_id: str
    firm_phone: str


class Changes(Told, frozen=True):
    """What is new since a mark.

    Args:
        is_same: nothing is, and what follows is empty.
        tags: of all parties of the round, in its order.
        gone: parties that the phone has to forget.
    """

    mark: str
    is_same: bool
    now_at: int
    today_on: date
    me: ToldMe | None = None
    day: MyDay | None = None
    sheets: list[ToldSheet] = field(default_factory=list)
    tags: list[tuple[str, str]] = field(default_factory=list)
    parties: list[ToldParty] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
