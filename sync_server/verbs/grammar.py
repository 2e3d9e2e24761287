"""The words of `collectiq-server`: verbs, their options, and who answers them."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter
from typing import Any

from collectiq_desktop import __version__
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from sync_server.config import (
    DATABASE_VARIABLE,
    DEFAULT_FOLDER,
    DEFAULT_PORT,
    FOLDER_VARIABLE,
    Config,
)

_DESCRIPTION = """\
The head office of a firm's counters: gives every fact its place, and hands it on.

“collectiq-server run” with nothing else serves from SQLite files in a folder."""
_EPILOG = f"""\
The folder is that of --folder, else of {FOLDER_VARIABLE}, else ./{DEFAULT_FOLDER}.
Firms lie there as files, or with --database (or {DATABASE_VARIABLE}) each in a
schema of its own. Most verbs may be used while the server runs.

Exit codes: 0 fine, 1 refused with a reason, 2 wrong usage."""
_USUAL = Config(folder="")


def parser() -> ArgumentParser:
    """The parser of everything that can be said to `collectiq-server`."""
    main = ArgumentParser(
        prog="collectiq-server",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    main.add_argument("--version", action="version", version=f"CollectIQ {__version__}")
    main.set_defaults(folder=None, database=None, json=False)
    _add_common(main)
    verbs = main.add_subparsers(title="verbs", metavar="VERB", dest="verb", required=True)
    _add_run(verbs)
    _add_joining(verbs)
    _add_holding(verbs)
    _add_upkeep(verbs)
    return main


def _add_common(target: Any) -> None:
    target.add_argument("--folder", default=SUPPRESS, help="the server's folder")
    target.add_argument("--database", metavar="URL", default=SUPPRESS, help="postgresql://…")
    target.add_argument(
        "--json", action="store_true", default=SUPPRESS, help="print one object for machines"
    )


def _verb(verbs: Any, name: str, handler: str, summary: str) -> ArgumentParser:
    verb: ArgumentParser = verbs.add_parser(
        name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."
    )
    _add_common(verb.add_argument_group("for every verb"))
    verb.set_defaults(handler=handler)
    return verb


def _add_run(verbs: Any) -> None:
    run = _verb(verbs, "run", "running:run", "serve until Ctrl+C or SIGTERM")
    run.add_argument("--host", default=_USUAL.host, help=f"where to listen ({_USUAL.host})")
    run.add_argument(
        "--port", type=int, default=DEFAULT_PORT, metavar="N", help=f"({DEFAULT_PORT})"
    )
    run.add_argument(
        "--lan",
        action="store_true",
        help="serve a shop's own network, with a certificate of the server's own",
    )
    run.add_argument("--address", metavar="URL", help="how counters reach it, if not as it listens")
    run.add_argument(
        "--behind-proxy",
        action="store_true",
        help="something before it speaks TLS and says who asks (X-Forwarded-For)",
    )
    run.add_argument("--certificate", metavar="FILE", help="in PEM form, with --certificate-key")
    run.add_argument("--certificate-key", metavar="FILE")
    run.add_argument("--pin", action="store_true", help="let codes name the certificate")
    run.add_argument("--workers", type=int, default=1, metavar="N", help="processes (1)")
    run.add_argument("--backup-folder", metavar="FOLDER", help="back every firm up there")
    run.add_argument(
        "--backup-hours", type=int, default=_USUAL.backup_hours, metavar="N", help="how often (24)"
    )
    run.add_argument(
        "--backups-kept", type=int, default=_USUAL.backups_kept, metavar="N", help="a firm (7)"
    )


def _add_joining(verbs: Any) -> None:
    create = _verb(verbs, "create-firm", "joining:create_firm", "begin a firm's books here")
    create.add_argument("name", nargs="?", help="the firm's name")
    create.add_argument("--adopt", action="store_true", help="a code for books that began alone")
    create.add_argument("--state", help="name, GST code or letters: Gujarat, 24, GJ")
    create.add_argument("--gstin")
    _add_code_options(create)
    _verb(verbs, "firms", "joining:firms", "list the firms of this server")
    branch = _verb(verbs, "add-branch", "joining:add_branch", "add a branch to a firm")
    branch.add_argument("branch", help="one short word")
    branch.add_argument("name", nargs="?", help="what people call it")
    code = _verb(verbs, "enrol-code", "joining:enrol_code", "give a code for one new counter")
    code.add_argument("name", help="what people call the counter")
    code.add_argument("--branch", default=MAIN_BRANCH, help="where it stands")
    code.add_argument("--branches", metavar="A,B", help="whose facts it gets; all if left out")
    _add_code_options(code)
    devices = _verb(verbs, "devices", "joining:list_devices", "list a firm's devices")
    revoke = _verb(verbs, "revoke", "joining:revoke", "let a device take part no more")
    revoke.add_argument("device", help="its series code, name or id")
    revoke.add_argument("--reason", default="", help="why")
    link = _verb(verbs, "phone-link", "phones:phone_link", "show where agents open their app")
    link.add_argument("--address", metavar="URL", help="how phones reach the server")
    for verb in (branch, code, devices, revoke, link):
        _add_firm(verb)


def _add_code_options(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--valid-hours", type=int, default=48, metavar="N", help="how long the code is good (48)"
    )
    verb.add_argument("--address", metavar="URL", help="how the counter reaches the server")


def _add_firm(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--firm", metavar="NAME", help="which, by name or id; the only one if left out"
    )


def _add_holding(verbs: Any) -> None:
    held = _verb(verbs, "held", "holding:list_held", "list what waits for a person's word")
    release = _verb(verbs, "release", "holding:release", "let a held fact take effect")
    release.add_argument("fact", help="its id, or the beginning of it")
    release.add_argument("--number", help="a new number for a document whose own was used")
    release.add_argument("--reason", help="why")
    reject = _verb(verbs, "reject", "holding:reject", "leave a held fact without effect for good")
    reject.add_argument("fact", help="its id, or the beginning of it")
    reject.add_argument("--reason", required=True, help="why")
    take = _verb(verbs, "take-in", "holding:take_in", "take in a file of unsent facts")
    take.add_argument("file", help="made by “collectiq export-unsent”")
    for verb in (held, release, reject):
        _add_firm(verb)


def _add_upkeep(verbs: Any) -> None:
    verify = _verb(verbs, "verify", "upkeep:verify", "prove the books of one firm, or of all")
    verify.add_argument("--quick", action="store_true", help="leave out the rebuild")
    backup = _verb(verbs, "backup", "upkeep:backup", "back up one firm, or all, at any time")
    backup.add_argument("--to", metavar="FOLDER", help="where to; the folder's own “backups”")
    restore = _verb(
        verbs, "restore", "upkeep:restore_backup", "let a backup take the place of a firm's books"
    )
    restore.add_argument("file", help="a backup")
    move = _verb(verbs, "move-firm", "upkeep:move_firm", "move a firm to PostgreSQL, or to a file")
    move.add_argument("--to-database", metavar="URL", help="postgresql://…")
    move.add_argument("--to-files", action="store_true", help="to a file in the server's folder")
    for verb in (verify, backup, move):
        _add_firm(verb)
