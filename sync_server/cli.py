"""`collectiq-server`: from words to a verb, from its answer to stdout and an exit code.

0 is fine, 1 refused with a reason, 2 wrong usage. stdout holds the answer and
nothing else; messages go to stderr.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib import import_module

from collectiq_desktop.core.domain.errors import CollectIQError
from sync_server.verbs.answers import Answer, Call
from sync_server.verbs.grammar import parser

FINE, REFUSED, INTERRUPTED = 0, 1, 130


def main(words: Sequence[str] | None = None) -> int:
    """Carry out one verb and give the exit code."""
    try:
        options = parser().parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    call = Call(options, _say)
    try:
        answer = _answer(call)
        _show(answer, as_json=options.json)
    except CollectIQError as refusal:
        _say(refusal.message)
        if options.json:
            _print_json({"error": {"message": refusal.message, "field": refusal.field}})
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        call.close()
    return answer.exit_code


def _answer(call: Call) -> Answer:
    module, _colon, function = call.options.handler.partition(":")
    handler = getattr(import_module(f"sync_server.verbs.{module}"), function)
    answer: Answer = handler(call)
    return answer


def _show(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        _print_json(answer.machine)
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.lines)
    sys.stdout.flush()


def _print_json(told: object) -> None:
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    sys.stdout.flush()


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
