"""What the server makes sure of when it opens a firm's books, and notes beside them.

A file or a database that was put back in silence is told by what was noted
outside it: how far the firm's order had come. What an older program of the
server's could not read is judged by the newer one.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

import msgspec

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.services import ordering
from collectiq_desktop.core.storage import places
from collectiq_desktop.core.storage.places import Head
from sync_server.book_peer import begin_epoch
from sync_server.logs import log, tell
from sync_server.placing import placing


@dataclass(frozen=True, slots=True)
class Care:
    """Looks after the books of one server's firms; the notes lie in its folder."""

    folder: Path
    server_key: bytes

    def opened(self, books: Books) -> None:
        """See to what must be done before anybody is answered from these books."""
        noted = self._noted(books.identity.firm_id)
        if noted is not None:
            self._begin_epoch_if_lost(books, noted)
        self._judge_what_can_be_read(books)
        self.written(books)

    def _begin_epoch_if_lost(self, books: Books, noted: Head) -> None:
        with books.reading() as conn:
            if not places.is_lost(conn, noted):
                return
        told = [noted.epoch]
        epoch = begin_epoch(
            books, self.server_key, told, lambda writer: places.is_lost(writer.conn, noted)
        )
        if epoch is not None:
            tell("epoch begun", firm=books.at.name, lost_after=noted.firm_seq)

    def _judge_what_can_be_read(self, books: Books) -> None:
        with books.reading() as conn:
            if not ordering.newly_read(conn):
                return
        with placing(books, self.server_key) as (writer, context):
            ordering.judge_newly_read(writer, context)

    def written(self, books: Books) -> None:
        """Note how far the order has come; never further than what is committed."""
        with books.reading() as conn:
            head = places.head(conn)
        path = self._path(books.identity.firm_id)
        growing = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            growing.write_bytes(msgspec.json.encode(head))
            growing.replace(path)
        except OSError as error:
            log.warning("a head was not noted", exc_info=error)

    def _noted(self, firm_id: FirmId) -> Head | None:
        try:
            return msgspec.json.decode(self._path(firm_id).read_bytes(), type=Head)
        except (OSError, msgspec.MsgspecError):
            return None

    def _path(self, firm_id: FirmId) -> Path:
        return self.folder / f"{firm_id.hex()}.json"
