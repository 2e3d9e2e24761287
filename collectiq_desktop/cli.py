"""`collectiq`: from words to a verb, from its answer to stdout and an exit code.

0 is fine, 1 refused with a reason, 2 wrong usage. stdout holds the answer and
nothing else; messages and progress go to stderr.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collectiq_desktop import paths
from collectiq_desktop.app import real_outside
from collectiq_desktop.commands.grammar import options_of
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.diagnostics import start_logging, stop_logging, write_report

if TYPE_CHECKING:
    from collectiq_desktop.commands.answering import Answer
    from collectiq_desktop.core.books import Outside

FINE, REFUSED, INTERRUPTED = 0, 1, 130


def main(words: Sequence[str] | None = None, outside: Outside | None = None) -> int:
    """Carry out one verb and give the exit code."""
    _give_streams()
    _speak_utf8()
    try:
        options = options_of(sys.argv[1:] if words is None else words)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return _carry_out(options, outside or real_outside())
    except BrokenPipeError:
        _forget_stdout()
        return FINE
    except KeyboardInterrupt:
        _say("Stopped. What was finished before is kept; nothing is half done.")
        return INTERRUPTED


def _carry_out(options: Namespace, outside: Outside) -> int:
    with contextlib.suppress(OSError):
        start_logging(paths.log_folder())
    try:
        # Loaded late, so that help does not wait for the books' machinery.
        from collectiq_desktop.commands.dispatch import answer_to

        answer = answer_to(options, outside, _say)
        _show(answer, as_json=options.json)
    except CollectIQError as refusal:
        return _refused(refusal, as_json=options.json)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # noqa: BLE001 -- a bug becomes a report, never a traceback
        told = _reported(error, options.verb or "window", outside.clock.now_at())
        return _refused(told, as_json=options.json)
    finally:
        stop_logging()
    return answer.exit_code


def _show(answer: Answer, *, as_json: bool) -> None:
    out = sys.stdout
    if as_json:
        json.dump(answer.for_machines(), out, ensure_ascii=False, indent=1)
        out.write("\n")
    else:
        for line in answer.for_people():
            out.write(line + "\n")
    out.flush()


def _refused(refusal: CollectIQError, *, as_json: bool) -> int:
    _say(refusal.message)
    if as_json:
        error: dict[str, object] = {"message": refusal.message, "field": refusal.field}
        finding = getattr(refusal, "finding", None)
        if finding is not None:
            error["finding"] = str(finding)
        sys.stdout.write(json.dumps({"error": error}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return REFUSED


def _reported(error: Exception, verb: str, now_at: int) -> CollectIQError:
    """What is said of a bug: where its report lies."""
    sentence = "Something went wrong that should not have."
    folder = paths.log_folder()
    try:
        report = write_report(folder, error, doing=f"collectiq {verb}", now_at=now_at)
    except OSError:
        return CollectIQError(
            say("{sentence} ({name})", sentence=sentence, name=type(error).__name__)
        )
    return CollectIQError(
        say(
            "{sentence} A report without personal data is in {report}.",
            sentence=sentence,
            report=report,
        )
    )


def _say(sentence: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def _give_streams() -> None:
    """A program without a console has no streams; what it says then goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 -- open till the end
            setattr(sys, name, nowhere)


def _speak_utf8() -> None:
    """Indian names must come out on a Windows console and in a C locale too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _forget_stdout() -> None:
    """Nobody reads any more: what is still buffered must not raise at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
