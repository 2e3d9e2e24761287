"""How counters reach this server, kept for the codes that are given out."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sync_server.certificates import pin_of_file

_FILE = "reached.json"


class Reached(msgspec.Struct, frozen=True, kw_only=True):
    """The address, and the certificate that codes name where no machine trusts it."""

    address: str
    certificate: str = ""

    @property
    def pin(self) -> bytes | None:
        """What codes say of the certificate."""
        return pin_of_file(Path(self.certificate)) if self.certificate else None


def keep_reached(root: Path, reached: Reached) -> None:
    """Keep how the server was started last."""
    growing = root / f"{_FILE}.new"
    growing.write_bytes(msgspec.json.encode(reached))
    growing.replace(root / _FILE)


def last_reached(root: Path) -> Reached | None:
    """How the server was started last, None before that."""
    try:
        return msgspec.json.decode((root / _FILE).read_bytes(), type=Reached)
    except (OSError, msgspec.MsgspecError):
        return None
