"""One place that gives every verb what all verbs have: --books and --json."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser
from typing import Any


class Verbs:
    """The verbs of the command line, as they are declared."""

    def __init__(self, subparsers: Any) -> None:
        self._subparsers = subparsers

    def add(self, name: str, handler: str, summary: str) -> ArgumentParser:
        """Declare a verb.

        Args:
            handler: `module:function` in this room, loaded when it is called.
        """
        verb: ArgumentParser = self._subparsers.add_parser(
            name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
        )
        common = verb.add_argument_group("for every verb")
        add_common(common)
        verb.set_defaults(handler=handler)
        return verb


def add_common(target: Any) -> None:
    """Declare what may stand before the verb as well as after it."""
    target.add_argument("--books", metavar="FILE", default=SUPPRESS, help="the books file")
    target.add_argument(
        "--user",
        metavar="NAME",
        default=SUPPRESS,
        help="who acts, where the books have employees; the password is asked for, or read",
    )
    target.add_argument(
        "--json", action="store_true", default=SUPPRESS, help="print one object for machines"
    )
