"""The sync protocol: what a device and the server say to each other.

One `Peer` with two ends: in memory over a server's books, and over HTTP.
Always `hello` first, and go on from what it says: so there is no gap to
handle and no second counter of what is unsent. Everything may be repeated.

Source: sync page §2.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from collectiq_desktop.core.wire.codec import Link
from collectiq_desktop.core.wire.facts import Fact, Whole

PROTOCOL_VERSIONS = (1,)
MAX_PUSHED_FACTS = 500
MAX_PUSHED_BYTES = 1 << 20
MAX_PAGE_PLACES = 2_000
MAX_BULLETINS = 500
MAX_BULLETINS_BYTES = 1 << 20
MAX_ATTACHMENTS = 64
MAX_ATTACHMENTS_BYTES = 1 << 20
MAX_COMPRESSED_BYTES = 4 << 20
MAX_MESSAGE_BYTES = 16 << 20


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What travels; unknown fields of newer programs are skipped."""


class ToldEpoch(Message, frozen=True):
    """A stretch of the firm's order, and the place after which it began."""

    epoch: Whole
    after_firm_seq: Whole


class ToldChain(Message, frozen=True):
    """How far a device's chain is known."""

    device_id: bytes
    device_seq: Whole
    hash: bytes


class Hello(Message, frozen=True):
    """Who speaks, and how far its own chain and its knowledge go."""

    versions: tuple[int, ...]
    device_id: bytes
    program: str
    device_seq: Whole
    hash: bytes
    epochs: tuple[ToldEpoch, ...] = ()
    firm_seq: Whole = 0
    now_at: Whole = 0


class ToldSeen(Message, frozen=True):
    """When a device last began an exchange, by the server's clock."""

    device_id: bytes
    seen_at: int


class Welcome(Message, frozen=True):
    """What the server knows, from which the device goes on.

    `chains` are the ends of all chains, `missing` the facts of which only the
    link has come; `free_codes` are series codes kept for this device; `seen`
    says of each device when it was last there; `bulletins` is the number of
    the last one that came in, None at a server that has none at all; `lacking`
    are hashes of attachments whose bytes have not come, the newest first, None
    at a server that keeps no attachments.
    """

    version: int
    now_at: Whole
    epochs: tuple[ToldEpoch, ...]
    head: Whole
    chains: tuple[ToldChain, ...]
    missing: tuple[bytes, ...] = ()
    free_codes: tuple[str, ...] = ()
    branches: tuple[str, ...] = ("*",)
    is_revoked: bool = False
    is_update_needed: bool = False
    seen: tuple[ToldSeen, ...] = ()
    bulletins: Whole | None = None
    lacking: tuple[bytes, ...] | None = None


class FormerPlace(Message, frozen=True):
    """The place that a fact had before the server was restored."""

    epoch: Whole
    firm_seq: Whole
    verdict: str
    effective_at: Whole


class PushedLink(Message, frozen=True):
    """One link of a chain, in its order, with its fact where the sender has it.

    No hash of a link travels: the receiver works it out, and compares the last.
    """

    fact_id: bytes
    fact_hash: bytes
    fact: Fact | None = None
    former: FormerPlace | None = None


class Push(Message, frozen=True):
    """A stretch of one chain; the signature is its device's, under the last hash.

    Limits: at most 500 links and 1 MiB.
    """

    device_id: bytes
    first_seq: Whole
    links: tuple[PushedLink, ...]
    last_hash: bytes
    signature: bytes = b""


class Pushed(Message, frozen=True):
    """What the server now has of that chain, signed: a receipt for later.

    Places are not told here; they come by pull alone.
    """

    device_seq: Whole
    hash: bytes
    head: Whole
    now_at: Whole
    signature: bytes = b""


class Bodies(Message, frozen=True):
    """Facts of which the server has only the link."""

    facts: tuple[Fact, ...]


class PlacedLink(Message, frozen=True):
    """A link with its place, and the fact where it is for the one who asks."""

    firm_seq: Whole
    epoch: Whole
    link: Link
    verdict: str
    effective_at: Whole
    reason: str = ""
    fact: Fact | None = None
    seal: bytes | None = None


class Pull(Message, frozen=True):
    """Places after one that is known, of an epoch that is known."""

    epoch: Whole
    after_firm_seq: Whole
    limit: int = 500


class ToldStanding(Message, frozen=True):
    """What one branch's placed facts come to.

    Money: debit positive.
    """

    branch_id: str
    facts_count: int
    balance_paise: int
    sum_of_hashes: bytes


class Page(Message, frozen=True):
    """The next places; on the last page also what the branches come to."""

    places: tuple[PlacedLink, ...]
    has_more: bool
    head: Whole
    standings: tuple[ToldStanding, ...] = ()


class AskedDays(Message, frozen=True):
    """What the vouchers of some days come to, for comparing.

    Dates: yyyymmdd, both inside.
    """

    first_on: int
    last_on: int


class ToldDay(Message, frozen=True):
    """The posted vouchers of one branch and day together.

    Dates: yyyymmdd. Money: the sum of the vouchers' amounts.
    """

    branch_id: str
    on: int
    vouchers_count: int
    amount_paise: int


class Days(Message, frozen=True):
    """The days on which there is something, up to a place of the firm's order."""

    days: tuple[ToldDay, ...]
    head: int


class ToldBulletin(Message, frozen=True):
    """A bulletin, signed by its author; without its value for whom it is not.

    `written_at` is by the author's clock, `ranked_at` the same as the server
    let it pass, `arrival` its number there.
    """

    key: str
    device_id: bytes
    written_at: Whole
    ranked_at: Whole
    value_hash: bytes
    branches: tuple[str, ...] = ()
    device_ids: tuple[bytes, ...] = ()
    value: bytes | None = None
    signature: bytes = b""
    arrival: Whole = 0


class AskedBulletins(Message, frozen=True):
    """What came in after a number."""

    after: Whole


class Bulletins(Message, frozen=True):
    """The next bulletins; `upto` is where to ask on."""

    bulletins: tuple[ToldBulletin, ...]
    upto: Whole
    has_more: bool


class PushedBulletins(Message, frozen=True):
    """Bulletins that the server has not told to have.

    Limits: at most 500 and 1 MiB of values.
    """

    bulletins: tuple[ToldBulletin, ...]


class TakenBulletin(Message, frozen=True):
    """What became of a pushed bulletin: its number, -1 where it is taken from nobody."""

    key: str
    device_id: bytes
    written_at: Whole
    ranked_at: Whole
    arrival: Whole


class TakenBulletins(Message, frozen=True):
    """What became of those pushed, and what the server has instead of some."""

    taken: tuple[TakenBulletin, ...] = ()
    newer: tuple[ToldBulletin, ...] = ()


class AskedAttachments(Message, frozen=True):
    """Hashes of attachments whose bytes the device lacks.

    Limits: at most 64.
    """

    hashes: tuple[bytes, ...]


class Attachments(Message, frozen=True):
    """Bytes of attachments; their hashes say which.

    Limits: at most 64 and 1 MiB; what was asked for and is not here is not told.
    """

    contents: tuple[bytes, ...] = ()


class PeerRefused(Exception):
    """The other end says no; `word` says why, for programs.

    `fork`: the chain does not hash on to what is there. `gap`: links are
    missing before the first. `reset`: the epoch is not the present one.
    `revoked`, `unknown`: this device may not. `corrupt`: something does not
    hash to what it says. `version`: no common version of the protocol.
    """

    def __init__(self, word: str, detail: str = "") -> None:
        super().__init__(f"{word} {detail}".strip())
        self.word = word
        self.detail = detail


class LineTrouble(Exception):
    """The other end could not be reached, or its answer did not come.

    Whether it did what was asked is unknown; asking again is harmless.
    `retry_after_seconds` is what the other end asked for.
    """

    def __init__(self, detail: str = "", *, retry_after_seconds: int | None = None) -> None:
        super().__init__(detail)
        self.retry_after_seconds = retry_after_seconds


class Peer(Protocol):
    """The server, as a device speaks to it.

    Raises:
        PeerRefused: the other end says no.
        LineTrouble: nobody knows whether it heard.
    """

    def hello(self, hello: Hello) -> Welcome:
        """Say who is there, and hear what the server knows."""
        ...

    def push(self, push: Push) -> Pushed:
        """Hand over a stretch of a chain."""
        ...

    def send_bodies(self, bodies: Bodies) -> None:
        """Hand over facts of which the server has only the link."""
        ...

    def pull(self, pull: Pull) -> Page:
        """Ask for the next places."""
        ...

    def day_sums(self, asked: AskedDays) -> Days:
        """Ask what days come to in the device's branches, to compare them."""
        ...

    def bulletins(self, asked: AskedBulletins) -> Bulletins:
        """Ask for bulletins that came in after a number."""
        ...

    def publish(self, pushed: PushedBulletins) -> TakenBulletins:
        """Hand over bulletins."""
        ...

    def attachments(self, asked: AskedAttachments) -> Attachments:
        """Ask for the bytes of attachments by their hashes."""
        ...

    def send_attachments(self, sent: Attachments) -> None:
        """Hand over bytes of attachments that the server lacks."""
        ...
