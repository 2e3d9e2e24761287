"""Where the head office is, as the books of an enrolled device keep it.

The device's private key is not among it: that lies outside the file, so that
a copied file is recognised.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.storage import settings
from collectiq_desktop.core.storage.writer import Writer

_NAME = "head_office"
NO_KEY = b""
"""The device key of books that were moved and have no key yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOffice:
    """One server and the firm on it.

    `pin` is the SHA-256 of its certificate where no machine trusts that by
    itself; `server_key` signs its answers, `device_key` is the public half of
    the key under which this device was enrolled.
    """

    address: str
    firm_id: FirmId
    server_key: bytes
    device_key: bytes
    pin: bytes | None = None


def head_office_of(books: Books) -> HeadOffice | None:
    """The head office of these books, None where they stand alone."""
    with books.reading() as conn:
        kept = settings.setting(conn, _NAME)
    return None if kept is None else msgspec.msgpack.decode(kept, type=HeadOffice)


def note_head_office(writer: Writer, office: HeadOffice) -> None:
    """Keep where the head office is."""
    settings.set_setting(writer.conn, _NAME, msgspec.msgpack.encode(office))
