"""One-time codes for new counters, kept in the books of the firm that they let in.

Kept as hashes, among what the file knows of itself, so that taking a code and
enrolling with it are one transaction, whichever worker of the server does it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec
from sqlalchemy import Connection

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage import settings
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import EVERY_BRANCH

_NAME = "enrolment_codes"
_KEPT_MS = 7 * 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCode:
    """A code that was given out: whom it lets in, until when, and who used it.

    `used_by` is the public key of the one who did.
    """

    hashed: bytes = b""
    name: str = ""
    branch_id: str = MAIN_BRANCH
    branches: tuple[str, ...] = (EVERY_BRANCH,)
    valid_until_at: int
    used_by: bytes = b""


def codes(conn: Connection) -> list[KeptCode]:
    """The codes that were given out of late, oldest first."""
    kept = settings.setting(conn, _NAME)
    return msgspec.msgpack.decode(kept, type=list[KeptCode]) if kept else []


def give_out(writer: Writer, context: Context, code: KeptCode) -> None:
    """Keep a new code; those that ran out long ago are forgotten.

    Limits: a handful at a time.
    """
    recent = [
        each for each in codes(writer.conn) if each.valid_until_at + _KEPT_MS > context.now_at
    ]
    _keep(writer, [*recent, code])


def take(writer: Writer, context: Context, hashed: bytes, public_key: bytes) -> KeptCode:
    """Use a code up; the same key may use it again, for an answer that was lost.

    Raises:
        Refused: it is not known, too old, or somebody else used it.
    """
    kept = codes(writer.conn)
    found = next((each for each in kept if each.hashed == hashed), None)
    is_late = found is not None and found.valid_until_at < context.now_at and not found.used_by
    if found is None or is_late or found.used_by not in (b"", public_key):
        message = say("This code is not known, was used already, or is too old.")
        raise Refused(message, field="code")
    used = replace(found, used_by=public_key)
    _keep(writer, [used if each is found else each for each in kept])
    return found


def _keep(writer: Writer, kept: list[KeptCode]) -> None:
    settings.set_setting(writer.conn, _NAME, msgspec.msgpack.encode(kept))
