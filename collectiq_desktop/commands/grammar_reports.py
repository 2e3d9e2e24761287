"""The words for reports: who owes what, since when, and what happened."""

from __future__ import annotations

from argparse import ArgumentParser

from collectiq_desktop.commands.grammar_vouchers import LANGUAGES, PAPERS
from collectiq_desktop.commands.verbs import Verbs

# The words of `About`, which is not loaded for a help text.
ABOUT = (
    "vouchers",
    "corrections",
    "parties",
    "items",
    "employees",
    "assignments",
    "collecting",
    "firm",
    "papers",
)


def add_reports(verbs: Verbs) -> None:
    """Declare every verb that only reads."""
    _add_statement(verbs)
    outstanding = verbs.add("outstanding", "reports:outstanding", "who owes what, bill by bill")
    _add_as_of(outstanding)
    outstanding.add_argument("--beat", help="of one beat only")
    outstanding.add_argument("--area", help="of one area only")
    ageing = verbs.add("ageing", "reports:ageing", "what is open, by how late or how old it is")
    _add_as_of(ageing)
    ageing.add_argument("--by", choices=("due", "bill"), default="due", help="date to count from")
    ageing.add_argument("--slabs", metavar="DAYS", help="where buckets end (30,60,90,120)")
    ageing.add_argument("--beat", help="of one beat only")
    ageing.add_argument("--area", help="of one area only")
    daybook = verbs.add("daybook", "registers:daybook", "all vouchers by date")
    _add_period(daybook, "(the books' first)")
    daybook.add_argument("--on", metavar="DAY", help="of one day only")
    daybook.add_argument("--party", help="of one party only")
    register = verbs.add("register", "registers:collections", "receipts of a period, and by mode")
    _add_period(register, "(the books' first)")
    register.add_argument("--on", metavar="DAY", help="of one day only")
    register.add_argument("--party", help="of one party only")
    _add_edit_log(verbs)
    verbs.add("cheques", "collecting:cheques", "cheques and where each stands")
    verbs.add("promises", "collecting:promises", "what parties promised, and what came of it")
    verbs.add("visits", "collecting:visits", "calls on parties and their outcomes")
    verbs.add("reminders", "collecting:reminders", "reminders that were opened, and by whom")
    verbs.add("run-sheets", "collecting:run_sheets", "run sheets and how far each has come")
    verbs.add("cash", "collecting:cash", "agents' cash as it was counted in")
    trial = verbs.add("trial-balance", "registers:trial_balance", "every account, closing to zero")
    _add_as_of(trial)


def add_risk(verbs: Verbs) -> None:
    """Declare what is foretold of parties, and how well."""
    risk = verbs.add("risk", "risk:answer", "who will pay late, why, and how well it was foretold")
    risk.add_argument(
        "action",
        choices=("score", "explain", "evaluate", "train"),
        metavar="score|explain|evaluate|train",
    )
    risk.add_argument(
        "target", nargs="?", help="for explain a party; for evaluate a sheet (else the books)"
    )
    _add_as_of(risk)
    risk.add_argument("--cleared", metavar="SUM", help="explain: what if so much came in today")
    risk.add_argument(
        "--mapping", metavar="FILE", help="evaluate: which column of the sheet is what"
    )
    risk.add_argument(
        "--publish", action="store_true", help="score: for every counter and phone of the firm"
    )
    risk.add_argument(
        "--when-due", action="store_true", help="train: only if it is time to, else do nothing"
    )
    risk.add_argument(
        "--roll-back", action="store_true", help="train: use the version before instead"
    )


def _add_statement(verbs: Verbs) -> None:
    statement = verbs.add("statement", "statements:make", "a party's statement of account")
    statement.add_argument("--party", required=True, help="code, name, phone or a part of them")
    _add_period(statement, "(this financial year to today)")
    statement.add_argument(
        "--form", choices=("ledger", "outstanding"), default="ledger", help="(ledger)"
    )
    statement.add_argument(
        "--by", choices=("due", "bill"), default="due", help="ageing counts from"
    )
    statement.add_argument("--slabs", metavar="DAYS", help="where buckets end (30,60,90,120)")
    for kind in ("pdf", "xlsx", "csv"):
        statement.add_argument(f"--{kind}", metavar="FILE", help=f"also write it as {kind.upper()}")
    statement.add_argument("--paper", choices=PAPERS, default="A4", help="of the PDF (A4)")
    statement.add_argument("--language", choices=LANGUAGES, help="(the party's)")


def _add_edit_log(verbs: Verbs) -> None:
    log = verbs.add("edit-log", "edit_log:edit_log", "who did what and when, old beside new")
    _add_period(log, "(the books' first)")
    log.add_argument("--on", metavar="DAY", help="of one day only")
    log.add_argument("--who", metavar="NAME", help="of one employee only")
    log.add_argument("--party", help="about one party only")
    log.add_argument("--about", choices=ABOUT, help="about one kind of thing only")
    log.add_argument(
        "--verify-chain", action="store_true", help="say instead whether the log is intact"
    )
    for kind in ("pdf", "xlsx", "csv"):
        log.add_argument(f"--{kind}", metavar="FILE", help=f"also write it as {kind.upper()}")


def _add_as_of(verb: ArgumentParser) -> None:
    verb.add_argument("--as-of", metavar="DAY", help="as it was at the end of a day (today)")


def _add_period(verb: ArgumentParser, default: str) -> None:
    verb.add_argument("--from", dest="from_on", metavar="DAY", help=f"first day {default}")
    verb.add_argument("--to", dest="to_on", metavar="DAY", help="last day")
