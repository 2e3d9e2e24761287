"""What an agent does with a phone, as it is sent; the phone mints the id of each.

Sent again, it is answered the same.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from collectiq_desktop.core.domain.attachments import MAX_BYTES
from sync_server.agents.messages import Id, Told

_Paise = Annotated[int, Meta(ge=1, le=1 << 53)]
_Line = Annotated[str, Meta(max_length=200)]
_Row = Annotated[int, Meta(ge=0, le=1_000_000)]
_Note = Annotated[str, Meta(max_length=500)]


class Part(Told, frozen=True):
    """A part of what was collected, for one bill."""

    voucher_id: Id
    n: Annotated[int, Meta(ge=0, le=1 << 31)]
    amount_paise: _Paise


class Collect(Told, frozen=True, tag="collect", tag_field="do"):
    """Money that a party gave.

    Args:
        parts: for which bills; None for the oldest first, none at all for on account.
        cheque_on: a later day than `on` makes it a post-dated cheque in hand.
    """

    id: Id
    party_id: Id
    amount_paise: _Paise
    mode: Literal["cash", "upi", "cheque", "bank"]
    on: date
    parts: Annotated[list[Part], Meta(max_length=500)] | None = None
    reference: _Line = ""
    bank: _Line = ""
    cheque_on: date | None = None
    note: _Note = ""
    sheet_id: Id | None = None
    sheet_row: _Row = 0


class Promise(Told, frozen=True, tag="promise", tag_field="do"):
    """A party's word to pay by a day."""

    id: Id
    party_id: Id
    amount_paise: _Paise
    promised_on: date
    on: date
    note: _Note = ""


class Visit(Told, frozen=True, tag="visit", tag_field="do"):
    """What came of a visit."""

    id: Id
    party_id: Id
    outcome: Literal["paid", "part", "promised", "shut", "refused", "dispute"]
    on: date
    note: _Note = ""
    sheet_id: Id | None = None
    sheet_row: _Row = 0


class Remind(Told, frozen=True, tag="remind", tag_field="do"):
    """A reminder that was opened, ready to be sent; it names no phone.

    Args:
        amount_paise: what it says is overdue.
        language: of its words.
    """

    id: Id
    party_id: Id
    amount_paise: _Paise
    on: date
    channel: Literal["whatsapp"] = "whatsapp"
    language: Annotated[str, Meta(max_length=20)] = ""


class Picture(Told, frozen=True, tag="picture", tag_field="do"):
    """A photo of the cheque or slip of what was collected before it.

    Args:
        about_id: the id of that deed.
    """

    id: Id
    about_id: Id
    content: Annotated[bytes, Meta(min_length=1, max_length=MAX_BYTES)]


class Sign(Told, frozen=True, tag="sign", tag_field="do"):
    """What the agent says of cash that was counted in: that it is right, or that it is not."""

    id: Id
    voucher_id: Id
    is_agreed: bool
    note: _Note = ""


class Note(Told, frozen=True, tag="note", tag_field="do"):
    """What should be remembered of a party; it needs the right to change parties."""

    id: Id
    party_id: Id
    note: _Note


class Phone(Told, frozen=True, tag="phone", tag_field="do"):
    """Which phone of a party is right; without the right to change parties, the office is asked.

    Args:
        instead_of: the one that is wrong; empty for none.
    """

    id: Id
    party_id: Id
    phone: Annotated[str, Meta(max_length=40)]
    on: date
    instead_of: _Line = ""


Command = Collect | Picture | Promise | Visit | Remind | Note | Phone | Sign


class AskedCommand(Told, frozen=True):
    """One thing that an agent did."""

    command: Command
