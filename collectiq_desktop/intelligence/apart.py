"""Learning and scoring in a process of their own, so that no counter ever feels them.

The process is this program with a verb: one thread, low priority, its own
memory. It puts its files in place in one step, so it may be ended at any time.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import Sentence, say

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LESS_URGENT = 10
_PATIENCE_SECONDS = 5.0


class Apart:
    """A verb of `risk` that is being carried out in its own process."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._is_cancelled = False

    @property
    def is_running(self) -> bool:
        """Whether it still works; asking costs nothing."""
        return self._process.poll() is None

    def result(self) -> Mapping[str, Any]:
        """What it found; waits for it where it still works.

        Raises:
            Refused: it was refused or ended, and why.
        """
        out, _err = self._process.communicate()
        if self._is_cancelled:
            raise Refused(say("Stopped. What was learned before is still used."))
        try:
            found = msgspec.json.decode(out, type=dict[str, Any])
        except msgspec.DecodeError as trouble:
            raise Refused(say("The calculation ended before it was done. Try again.")) from trouble
        if "error" in found:
            raise Refused(Sentence(str(found["error"]["message"])))
        return found

    def cancel(self) -> None:
        """End it; nothing is left half done."""
        if not self.is_running:
            return
        self._is_cancelled = True
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()


def start_apart(verb: Literal["train", "score"], books: Path, *options: str) -> Apart:
    """Begin a verb of `risk` on some books in a process of its own."""
    program = [sys.executable] if _is_packaged() else [sys.executable, "-m", "collectiq_desktop"]
    command = [*program, "risk", verb, "--json", "--books", str(books), *options]
    environment = {**os.environ, **dict.fromkeys(_THREADS, "1")}
    process = subprocess.Popen(  # noqa: S603 -- this program itself, and a path as one word
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )
    _make_less_urgent(process.pid)
    return Apart(process)


def _is_packaged() -> bool:
    return bool(getattr(sys, "frozen", False))


def _make_less_urgent(pid: int) -> None:
    """Where the system has nice values; elsewhere the flags of the start have done it."""
    lower = getattr(os, "setpriority", None)
    if lower is not None:
        lower(os.PRIO_PROCESS, pid, _LESS_URGENT)
