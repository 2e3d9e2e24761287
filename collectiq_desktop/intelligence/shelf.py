"""Where what was learned lies: three versions, of which one is used."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import NOTHING, Sentence, say
from collectiq_desktop.intelligence.modelfile import models_of, text_of
from collectiq_desktop.intelligence.modelset import ModelSet

KEPT_VERSIONS = 3
_USED = "used.txt"


class Taken(NamedTuple):
    """The models that are used: None with a sentence why not, or without one if there are none."""

    models: ModelSet | None
    problem: Sentence = NOTHING
    version: int = 0


class Shelf:
    """One firm's models in a folder."""

    def __init__(self, folder: Path, firm_id: str) -> None:
        self._folder, self._firm_id = folder, firm_id

    @property
    def versions(self) -> tuple[int, ...]:
        """The versions that are kept, the newest first."""
        with contextlib.suppress(OSError):
            names = (path.stem for path in self._folder.glob("models-*.json"))
            return tuple(sorted(int(name[7:]) for name in names if name[7:].isdigit())[::-1])
        return ()

    @property
    def used(self) -> int:
        """The version that is used: the one chosen, else the newest; 0 without any."""
        versions = self.versions
        with contextlib.suppress(OSError, ValueError):
            chosen = int((self._folder / _USED).read_text("ascii"))
            if chosen in versions:
                return chosen
        return versions[0] if versions else 0

    def take(self, today_on: date) -> Taken:
        """The models that are used, if their file may be trusted."""
        version = self.used
        if not version:
            return Taken(None)
        try:
            text = self._path(version).read_bytes()
            return Taken(models_of(text, self._firm_id, today_on), version=version)
        except OSError:
            problem = say(
                "The file of what was learned cannot be read. Payment habits alone are used until "
                "it is learned anew."
            )
            return Taken(None, problem, version)
        except Refused as refusal:
            return Taken(None, refusal.message, version)

    def put(self, models: ModelSet) -> int:
        """Keep new models as the version that is used; the oldest beyond three goes.

        Raises:
            OSError: they cannot be written; the version used before stays.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        version = max(self.versions, default=0) + 1
        self._write(self._path(version), text_of(models))
        self._use(version)
        for old in self.versions[KEPT_VERSIONS:]:
            with contextlib.suppress(OSError):
                self._path(old).unlink()
        return version

    def roll_back(self) -> int:
        """Use the version before the one that is used.

        Raises:
            Refused: there is none before it.
        """
        older = [version for version in self.versions if version < self.used]
        if not older:
            raise Refused(say("There is no earlier version of what was learned to go back to."))
        self._use(older[0])
        return older[0]

    def _use(self, version: int) -> None:
        self._write(self._folder / _USED, str(version).encode("ascii"))

    def _path(self, version: int) -> Path:
        return self._folder / f"models-{version}.json"

    @staticmethod
    def _write(path: Path, content: bytes) -> None:
        """Put a file in place in one step, so that whoever reads meets the old one or the new."""
        beside = path.with_suffix(".part")
        beside.write_bytes(content)
        beside.replace(path)
