"""`self-test`: proof that this copy of the program can do its work on this machine.

It asks whether everything was shipped and loads; whether anybody's books are
right is for `verify` to say.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

import collectiq_desktop
from collectiq_desktop import __version__
from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.trial import Step, Trial
from collectiq_desktop.core.domain.errors import BadInput, CollectIQError, NotFound
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.paths import fonts_folder

_ROOM = collectiq_desktop.__name__
_WINDOWS = f"{_ROOM}.ui"
_WINDOW_SECONDS = 120.0
_SAID_CHARS = 600
# With a console, and without one for a double click.
PROGRAMS = ("collectiq", "collectiq-window")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried, and what was seen."""

    name: str
    ok: bool
    detail: str


def prove(call: Call) -> Answer:
    """Try everything once; what fails is named, and is a refusal."""
    if call.options.window is not None:
        return _answer(list(_window_checks(Path(call.options.window))))
    with ExitStack() as stack:
        if call.options.keep is None:
            passing = TemporaryDirectory(prefix="collectiq-", ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(passing))
        else:
            folder = _new_folder(call.options.keep)
        return _answer(list(_checks(Trial(call.outside, folder))))


def _new_folder(text: str) -> Path:
    folder = Path(text)
    try:
        folder.mkdir()
    except OSError:
        message = say(
            "The folder {folder} cannot be made: name one that is not there yet.", folder=folder
        )
        raise BadInput(message, field="keep") from None
    return folder


def _answer(checks: list[Check]) -> Answer:
    ok = all(check.ok for check in checks)
    return Answer(
        for_machines=lambda: {
            "ok": ok,
            "version": __version__,
            "is_frozen": _is_frozen(),
            "checks": [asdict(check) for check in checks],
        },
        for_people=lambda: _lines(checks),
        exit_code=0 if ok else 1,
    )


def _lines(checks: list[Check]) -> Iterator[str]:
    widest = max(len(check.name) for check in checks)
    for check in checks:
        yield f"{'ok    ' if check.ok else 'WRONG '} {check.name:<{widest}}  {check.detail}"
    yield ""
    failed = next((check.name for check in checks if not check.ok), None)
    if failed is None:
        yield f"CollectIQ {__version__} can do its work on this machine."
    else:
        yield f"CollectIQ {__version__} cannot do its work on this machine: {failed} failed."


def _checks(trial: Trial) -> Iterator[Check]:
    """All checks in order; after the first that fails, the rest is not tried."""
    steps: Iterator[tuple[str, Step]] = iter([("program", _program), *trial.steps()])
    try:
        for name, step in steps:
            try:
                yield Check(name, True, step())
            except Exception as error:  # noqa: BLE001 -- whatever fails is what we look for
                yield Check(name, False, _told(error))
                yield from (Check(later, False, say("Not tried.")) for later, _step in steps)
                return
    finally:
        trial.close()
    yield from _windows(trial.paper)


def _told(error: Exception) -> str:
    if isinstance(error, CollectIQError):
        return error.message
    return f"{type(error).__name__}: {error}"


def _is_frozen() -> bool:
    """Whether this is the folder that runs without Python."""
    return bool(getattr(sys, "frozen", False))


def _beside(program: str) -> Path:
    """A program of the frozen folder."""
    mine = Path(sys.executable)
    return mine.with_name(program + mine.suffix)


def _program() -> str:
    count = _load_parts(is_window=False)
    missing = [name for name in PROGRAMS if _is_frozen() and not _beside(name).is_file()]
    if missing:
        raise NotFound(say("{name} is missing in the folder of the program.", name=missing[0]))
    return f"{count} parts of the program load."


def _load_parts(*, is_window: bool) -> int:
    """Load every module of the program, or of its windows, and count them.

    A checkout may lack a package of an extra; a frozen folder must be whole.
    """
    count = 0
    for found in walk_packages(collectiq_desktop.__path__, f"{_ROOM}."):
        if (found.name + ".").startswith(f"{_WINDOWS}.") is not is_window:
            continue
        try:
            import_module(found.name)
        except ModuleNotFoundError as missing:
            if _is_frozen() or (missing.name or _ROOM).startswith(_ROOM):
                raise
        else:
            count += 1
    return count


def _windows(paper: Path) -> list[Check]:
    """What a process of its own says of the windows: a missing plugin ends it."""
    if find_spec("PySide6") is None and not _is_frozen():
        return [Check("window", True, say("Left out: this copy has no windows."))]
    ours = [str(_beside(PROGRAMS[0]))] if _is_frozen() else [sys.executable, "-m", _ROOM]
    command = [*ours, "self-test", "--json", "--window", str(paper)]
    try:
        run = subprocess.run(  # noqa: S603 -- it is ourselves
            command,
            env=_environment(),
            capture_output=True,
            check=False,
            timeout=_WINDOW_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return [
            Check(
                "window",
                False,
                say(
                    "No answer within {seconds} seconds.",
                    seconds=f"{_WINDOW_SECONDS:.0f}",
                ),
            )
        ]
    try:
        return [Check(**check) for check in json.loads(run.stdout.decode("utf-8"))["checks"]]
    except (ValueError, KeyError):
        last = " ".join(run.stderr.decode("utf-8", "replace").split())[-_SAID_CHARS:]
        return [Check("window", False, say("The window system does not start: {last}", last=last))]


def _environment() -> dict[str, str]:
    """Our own environment; where there is no screen, windows are only drawn."""
    environment = {**os.environ}
    if os.name == "posix" and not environment.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def _window_checks(paper: Path) -> Iterator[Check]:
    """What is tried in the process that has windows."""
    doing = "window"
    try:
        from collectiq_desktop.ui.selftest import looks

        for doing, look in looks(paper, fonts_folder()):
            yield Check(doing, True, look())
        doing = "screens"
        yield Check(
            doing,
            True,
            say("{count} parts of the windows load.", count=_load_parts(is_window=True)),
        )
    except Exception as error:  # noqa: BLE001 -- whatever fails is what we look for
        yield Check(doing, False, _told(error))
