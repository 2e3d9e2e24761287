"""From parsed words to the verb that answers them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.core.books import Outside


def answer_to(options: Namespace, outside: Outside, say: Callable[[str], None]) -> Answer:
    """The answer of the verb; its module is loaded only now.

    Args:
        say: is told what stands beside the answer.
    """
    module, _, function = options.handler.partition(":")
    handler = getattr(import_module(f"collectiq_desktop.commands.{module}"), function)
    call = Call(options=options, outside=outside)
    answer: Answer = handler(call)
    for sentence in call.notices:
        say(sentence)
    return answer
