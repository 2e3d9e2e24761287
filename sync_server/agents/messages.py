"""What phones and server say to each other, as JSON.

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
_Id = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]
_Paise = Annotated[int, Meta(ge=1, le=1 << 53)]
_Line = Annotated[str, Meta(max_length=200)]
_Row = Annotated[int, Meta(ge=0, le=1_000_000)]
_Note = Annotated[str, Meta(max_length=500)]


class Told(Message, frozen=True, omit_defaults=False):
    """The root of all of them: what is empty is told, too."""


# What is sent ------------------------------------------------------------------


class Part(Told, frozen=True):
    """A part of what was collected, for one bill."""

    voucher_id: _Id
    n: Annotated[int, Meta(ge=0, le=1 << 31)]
    amount_paise: _Paise


class Collect(Told, frozen=True, tag="collect", tag_field="do"):
    """Money that a party gave.

    Args:
        parts: for which bills; None for the oldest first, none at all for on account.
        cheque_on: a later day than `on` makes it a post-dated cheque in hand.
    """

    id: _Id
    party_id: _Id
    amount_paise: _Paise
    mode: Literal["cash", "upi", "cheque", "bank"]
    on: date
    parts: Annotated[list[Part], Meta(max_length=500)] | None = None
    reference: _Line = ""
    bank: _Line = ""
    cheque_on: date | None = None
    note: _Note = ""
    sheet_id: _Id | None = None
    sheet_row: _Row = 0


class Promise(Told, frozen=True, tag="promise", tag_field="do"):
    """A party's word to pay by a day."""

    id: _Id
    party_id: _Id
    amount_paise: _Paise
    promised_on: date
    on: date
    note: _Note = ""


class Visit(Told, frozen=True, tag="visit", tag_field="do"):
    """What came of a visit."""

    id: _Id
    party_id: _Id
    outcome: Literal["paid", "part", "promised", "shut", "refused", "dispute"]
    on: date
    note: _Note = ""
    sheet_id: _Id | None = None
    sheet_row: _Row = 0


class Remind(Told, frozen=True, tag="remind", tag_field="do"):
    """A reminder that was opened, ready to be sent; it names no phone.

    Args:
        amount_paise: what it says is overdue.
        language: of its words.
    """

    id: _Id
    party_id: _Id
    amount_paise: _Paise
    on: date
    channel: Literal["whatsapp"] = "whatsapp"
    language: Annotated[str, Meta(max_length=20)] = ""


class Sign(Told, frozen=True, tag="sign", tag_field="do"):
    """What the agent says of cash that was counted in: that it is right, or that it is not."""

    id: _Id
    voucher_id: _Id
    is_agreed: bool
    note: _Note = ""


class Note(Told, frozen=True, tag="note", tag_field="do"):
    """What should be remembered of a party; it needs the right to change parties."""

    id: _Id
    party_id: _Id
    note: _Note


class Phone(Told, frozen=True, tag="phone", tag_field="do"):
    """Which phone of a party is right; without the right to change parties, the office is asked.

    Args:
        instead_of: the one that is wrong; empty for none.
    """

    id: _Id
    party_id: _Id
    phone: Annotated[str, Meta(max_length=40)]
    on: date
    instead_of: _Line = ""


Command = Collect | Promise | Visit | Remind | Note | Phone | Sign


class AskedCommand(Told, frozen=True):
    """One thing that an agent did."""

    command: Command


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


class AskedParty(Told, frozen=True):
    """Which party."""

    party_id: _Id


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
    state: str
    note: str


class ToldCheque(Told, frozen=True):
    """A cheque and where it stands."""

    number: str
    bank: str
    cheque_on: date
    amount_paise: int
    state: str


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
    """A receipt of the last days."""

    on: date
    number: str
    mode: str
    amount_paise: int


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
