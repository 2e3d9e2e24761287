"""The words of the exchange with the head office."""

from __future__ import annotations

from collectiq_desktop.commands.verbs import Verbs


def add_sync(verbs: Verbs) -> None:
    """Declare the verbs of the exchange."""
    enrol = verbs.add(
        "enrol", "enrolling:enrol", "join these books, or a new counter, to a head office"
    )
    enrol.add_argument("address", nargs="?", help="where head office is: https://office.example")
    enrol.add_argument("code", nargs="?", help="the one-time code that head office gave")
    enrol.add_argument("--name", help="what people call this counter")
    enrol.add_argument(
        "--moved-here",
        action="store_true",
        help="the books were moved to this machine: go on with a new series of numbers",
    )
    sync = verbs.add("sync", "syncing:exchange", "send and fetch what is new")
    sync.add_argument("--every", type=int, metavar="SECONDS", help="again and again, until Ctrl+C")
    export = verbs.add(
        "export-unsent", "syncing:export_unsent", "write what was not sent into a file"
    )
    export.add_argument("file", metavar="FILE", help="where to")
    take = verbs.add("take-in", "syncing:take_in", "hand on another counter's file of unsent facts")
    take.add_argument("file", metavar="FILE", help="made by “collectiq export-unsent”")
    verbs.add("devices", "syncing:devices", "list the firm's counters, and when each was seen")
