"""Codes that wait for a firm that began alone: small files in the server's folder.

Such a firm has no books here yet, so nothing else can keep its code. A code is
taken by a second file that only one can make.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say
from sync_server.keys import write_once

_FOLDER = "waiting"


class WaitingCode(msgspec.Struct, frozen=True, kw_only=True):
    """A code that was given out for a firm to come."""

    name: str
    valid_until_at: int


class _Taken(msgspec.Struct, frozen=True, kw_only=True):
    firm_id: bytes
    public_key: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """The waiting codes of one server."""

    root: Path

    def give_out(self, hashed: bytes, code: WaitingCode) -> None:
        """Keep a new code."""
        path = self._path(hashed, "json")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_once(path, msgspec.json.encode(code))

    def take(self, hashed: bytes, firm_id: bytes, public_key: bytes, now_at: int) -> WaitingCode:
        """Use a code up; the same firm and key may use it again, for a lost answer.

        Raises:
            Refused: it is not known, too old, or somebody else used it.
        """
        taken = _Taken(firm_id=firm_id, public_key=public_key)
        try:
            code = msgspec.json.decode(self._path(hashed, "json").read_bytes(), type=WaitingCode)
            mark = self._path(hashed, "taken")
            is_late = code.valid_until_at < now_at and not mark.exists()
            if not is_late and not write_once(mark, msgspec.json.encode(taken)):
                is_late = msgspec.json.decode(mark.read_bytes(), type=_Taken) != taken
        except (OSError, msgspec.MsgspecError):
            is_late = True
        if is_late:
            message = say("This code is not known, was used already, or is too old.")
            raise Refused(message, field="code")
        return code

    def _path(self, hashed: bytes, ending: str) -> Path:
        return self.root / _FOLDER / f"{hashed.hex()}.{ending}"
