"""What is noted outside the books: how far each chain had come, and which series were used.

A file that was put back from a backup is told by it, and so is one that
somebody cut short.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collectiq_desktop.core.services.verify import Anchor

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileAnchors:
    """Heads of chains, one small file for each device, outside the books.

    A head that cannot be kept is worth a line in the log and never a receipt:
    the clerk's work goes on.
    """

    folder: Path

    def load(self, device_id: bytes) -> Anchor | None:
        from collectiq_desktop.core.services.verify import Anchor

        try:
            kept = json.loads(self._path(device_id).read_text(encoding="utf-8"))
            return Anchor(int(kept["device_seq"]), bytes.fromhex(kept["hash"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.info("An anchor cannot be read: %s", error)
            return None

    def save(self, device_id: bytes, anchor: Anchor) -> None:
        path = self._path(device_id)
        growing = path.with_suffix(".new")
        text = json.dumps({"device_seq": anchor.device_seq, "hash": anchor.hash.hex()})
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            growing.write_text(text, encoding="utf-8")
            growing.replace(path)
        except OSError as error:
            log.info("An anchor cannot be kept: %s", error)

    def codes(self, firm_id: bytes) -> tuple[str, ...]:
        try:
            return tuple(self._codes_path(firm_id).read_text(encoding="ascii").split())
        except (OSError, ValueError):
            return ()

    def note_code(self, firm_id: bytes, series_code: str) -> None:
        known = self.codes(firm_id)
        if series_code not in known:
            told = " ".join((*known, series_code))
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                self._codes_path(firm_id).write_text(told, encoding="ascii")
            except OSError as error:
                log.info("A series code cannot be noted: %s", error)

    def _codes_path(self, firm_id: bytes) -> Path:
        return self.folder / f"codes-{firm_id.hex()}.txt"

    def _path(self, device_id: bytes) -> Path:
        return self.folder / f"{device_id.hex()}.json"
