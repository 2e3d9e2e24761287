"""The tour's head office: a real server beside it, and counters that exchange with it.

Server and counters run as processes of their own, as in a shop. Their keys lie
in the tour's folder, so that a tour leaves nothing on the machine.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from collectiq_desktop.core.domain.errors import BooksDamaged
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.sync.nearby import free_port, is_answered

COUNTER, OFFICE = "collectiq", "collectiq-server"
_MODULES = {COUNTER: "collectiq_desktop", OFFICE: "sync_server"}
_WAITS, _WAIT_SECONDS = 600, 0.05
_SAYS_NOTHING = "keyring.backends.null.Keyring"


def is_there() -> bool:
    """Whether the server is installed beside the desktop; it is not in the packaged folder."""
    is_packaged = bool(getattr(sys, "frozen", False))
    return not is_packaged and importlib.util.find_spec(_MODULES[OFFICE]) is not None


@dataclass(frozen=True, slots=True)
class TourOffice:
    """A head office that serves from a folder until the tour is over."""

    folder: Path
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def run_words(self) -> tuple[str, ...]:
        """What the server is told, to serve."""
        return ("run", f"--port={self.port}")

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve for as long as the block lasts.

        Raises:
            BooksDamaged: it does not come up; the message holds its last words.
        """
        log = self.folder / "server.log"
        self.folder.mkdir()
        command = _command(OFFICE, *self.placed(OFFICE), *self.run_words)
        with log.open("wb") as out:
            process = subprocess.Popen(  # noqa: S603 -- our own program, our own words
                command, stdout=out, stderr=out, env=self._around()
            )
        try:
            self._wait_until_up(process, log)
            yield
        finally:
            process.terminate()
            process.wait()

    def found(self, program: str, *words: str) -> dict[str, Any]:
        """What a verb of a counter or of the server answers.

        Raises:
            BooksDamaged: it was refused.
        """
        told = ("--json", *words) if program == OFFICE else (*words, "--json")
        run = subprocess.run(  # noqa: S603 -- our own program, our own words
            _command(program, *self.placed(program), *told),
            capture_output=True,
            env=self._around(),
            encoding="utf-8",
            check=False,
        )
        if run.returncode:
            message = say(
                "The step “{words}” failed: {party}",
                words=words[0],
                party=run.stdout.strip() or run.stderr.strip(),
            )
            raise BooksDamaged(message)
        return cast("dict[str, Any]", json.loads(run.stdout))

    def placed(self, program: str) -> tuple[str, ...]:
        """What a program is told of where the head office lies."""
        return ("--folder", str(self.folder)) if program == OFFICE else ()

    def _around(self) -> dict[str, str]:
        """The surroundings of a machine of the tour's own."""
        kept = {"XDG_DATA_HOME": str(self.folder / "machine"), "PYTHONIOENCODING": "utf-8"}
        return {**os.environ, **kept, "PYTHON_KEYRING_BACKEND": _SAYS_NOTHING}

    def _wait_until_up(self, process: subprocess.Popen[bytes], log: Path) -> None:
        for _n in range(_WAITS):
            if process.poll() is not None:
                break
            if is_answered(self.port):
                return
            time.sleep(_WAIT_SECONDS)
        told = log.read_text(encoding="utf-8", errors="replace")[-500:]
        raise BooksDamaged(say("The step “{words}” failed: {party}", words="run", party=told))


def open_office(folder: Path) -> TourOffice:
    """A head office for a folder, on a port that nobody has just now."""
    return TourOffice(folder, free_port())


def _command(program: str, *words: str) -> list[str]:
    return [sys.executable, "-m", _MODULES[program], *words]
