"""The words of the command line: verbs, their options, and who answers them.

Light on purpose: help must come at once. Sums, days and parties stay texts
here; what they mean is for the verb to say, with the books at hand.
"""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from collectiq_desktop import __version__
from collectiq_desktop.commands.grammar_reports import add_reports, add_risk
from collectiq_desktop.commands.grammar_sync import add_sync
from collectiq_desktop.commands.grammar_vouchers import add_vouchers
from collectiq_desktop.commands.verbs import Verbs, add_common

_BOOKS_NAMED = 2
_DESCRIPTION = """\
Who owes what, bill by bill: the books of a wholesaler who sells on credit.

Sums may have lakh commas and may be worked out (1,20,000 or 1200*3+50); days
are typed as in Tally (5, 5-4, 5-4-26) or as 2026-04-05. Without a verb the
window opens."""
_EPILOG = """\
The books are those of --books FILE, else of the variable COLLECTIQ_BOOKS, else
the only ones in the CollectIQ folder of your documents. With --json one object
is printed, money in paise with debit positive.

Exit codes: 0 fine, 1 refused with a reason, 2 wrong usage."""


def options_of(words: Sequence[str]) -> Namespace:
    """What was said to `collectiq`.

    Where only the books are named the window opens: it does not wait for the
    words of some fifty verbs.
    """
    is_window = not words or (len(words) == _BOOKS_NAMED and words[0] == "--books")
    return (_without_verbs() if is_window else parser()).parse_args(words)


def parser() -> ArgumentParser:
    """The parser of everything that can be said to `collectiq`."""
    main = _without_verbs()
    verbs = Verbs(main.add_subparsers(title="verbs", metavar="VERB", dest="verb"))
    _add_firm(verbs)
    _add_import(verbs)
    _add_parties(verbs)
    add_vouchers(verbs)
    add_reports(verbs)
    add_risk(verbs)
    add_sync(verbs)
    _add_upkeep(verbs)
    return main


def _without_verbs() -> ArgumentParser:
    main = ArgumentParser(
        prog="collectiq",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    main.add_argument("--version", action="version", version=f"CollectIQ {__version__}")
    add_common(main)
    main.set_defaults(books=None, json=False, user=None, verb=None, handler="window:show")
    return main


def _add_firm(verbs: Verbs) -> None:
    init = verbs.add("init", "firm:make", "make new, empty books for a firm")
    init.add_argument("--firm", required=True, metavar="NAME", help="the firm's name")
    _add_firm_fields(init)
    firm = verbs.add("firm", "firm:show_or_amend", "show or change the firm's own data")
    firm.add_argument("--name", help="the firm's name")
    _add_firm_fields(firm)
    demo = verbs.add("demo", "demo:make", "make the books of a believable firm to try things on")
    demo.add_argument("--parties", type=int, default=60, metavar="N", help="how many (60)")
    demo.add_argument("--vouchers", type=int, default=2_000, metavar="N", help="how many (2000)")
    demo.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same seed, the same firm"
    )
    tour = verbs.add("demo-tour", "tour:walk", "show the whole job on a sample, in build/demo")
    tour.add_argument("--folder", default="build/demo", help="made anew each time (build/demo)")


def _add_firm_fields(verb: ArgumentParser) -> None:
    verb.add_argument("--address", action="append", metavar="LINE", help="once for each line")
    verb.add_argument("--pincode")
    verb.add_argument("--state", help="name, GST code or letters: Gujarat, 24, GJ")
    verb.add_argument("--gstin")
    verb.add_argument("--phone", action="append", metavar="NUMBER", help="may be given again")
    verb.add_argument("--email")
    verb.add_argument("--vpa", help="UPI address for the QR on papers, name@bank")
    verb.add_argument("--bank-name")
    verb.add_argument("--bank-account-name")
    verb.add_argument("--bank-account-number")
    verb.add_argument("--bank-ifsc")


def _add_import(verbs: Verbs) -> None:
    take = verbs.add("import", "importing:take_in", "take in Tally exports and spreadsheets")
    take.add_argument("files", nargs="*", metavar="FILE", help="masters and day books, any order")
    take.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
    take.add_argument(
        "--control-total", metavar="SUM", help="what the parties owe, from the source"
    )
    take.add_argument("--mapping", metavar="FILE", help="which column of a spreadsheet is what")
    take.add_argument(
        "--suggest-mapping",
        metavar="FILE",
        help="write a mapping to begin with, guessed from the sheet's headers",
    )
    take.add_argument(
        "--accept-company", action="store_true", help="the file is of another company name"
    )
    take.add_argument("--undo", metavar="BATCH", help="take a whole import back")
    take.add_argument("--reason", help="why it is taken back")
    verbs.add("batches", "importing:batches", "list what was imported, and when")


def _add_parties(verbs: Verbs) -> None:
    parties = verbs.add("parties", "parties:found", "list or find parties, with their balances")
    parties.add_argument("text", nargs="?", help="part of a name, phone tail, code or GSTIN")
    parties.add_argument("--beat", help="of one beat only")
    parties.add_argument("--with-balance", action="store_true", help="leave out who owes nothing")
    parties.add_argument("--limit", type=int, metavar="N", help="at most so many")
    show = verbs.add("party", "parties:show", "show one party, add one, or alter one")
    show.add_argument("action", choices=("show", "add", "alter"), metavar="show|add|alter")
    show.add_argument("party", nargs="?", help="which party; for add, its name")
    show.add_argument("--id", metavar="HEX", help="32 hex digits; makes a retry harmless")
    _add_party_fields(show)
    bills = verbs.add("bills", "parties:bills", "list a party's open bills")
    bills.add_argument("party", help="code, name, phone or a part of them")
    bills.add_argument("--as-of", metavar="DAY", help="as they were at the end of a day")
    verbs.add("items", "invoices:items", "list the items that are sold")


def _add_party_fields(verb: ArgumentParser) -> None:
    verb.add_argument("--name")
    verb.add_argument("--code")
    verb.add_argument("--alias", action="append", metavar="NAME", help="may be given again")
    verb.add_argument("--phone", action="append", metavar="NUMBER", help="may be given again")
    verb.add_argument("--email")
    verb.add_argument("--address", action="append", metavar="LINE", help="once for each line")
    verb.add_argument("--pincode")
    verb.add_argument("--state", help="name, GST code or letters")
    verb.add_argument("--gstin")
    verb.add_argument("--pan")
    verb.add_argument("--credit-days", type=int, metavar="N")
    verb.add_argument("--credit-limit", metavar="SUM", help="0 for none")
    verb.add_argument("--late-limit-days", type=int, metavar="N", help="of its oldest bill")
    verb.add_argument("--bills-limit-count", type=int, metavar="N", help="of its open bills")
    verb.add_argument("--stops-at-limit", choices=("yes", "no"), help="refuse a sale over a limit")
    verb.add_argument("--bill-wise", choices=("yes", "no"), help="no for a running account")
    verb.add_argument("--language", choices=("en", "hi"), help="of the party's papers")
    verb.add_argument("--beat")
    verb.add_argument("--area", help="or route")
    verb.add_argument("--tag", action="append", help="may be given again")
    verb.add_argument("--note")
    verb.add_argument("--active", choices=("yes", "no"))


def _add_upkeep(verbs: Verbs) -> None:
    verify = verbs.add("verify", "upkeep:verify", "prove the books: chain, sums, numbers, rebuild")
    verify.add_argument("--quick", action="store_true", help="leave out the rebuild")
    verbs.add("rebuild", "upkeep:rebuild", "make everything anew from the recorded facts")
    selftest = verbs.add(
        "self-test", "selftest:prove", "try on made-up books whether this copy works here"
    )
    selftest.add_argument("--keep", metavar="FOLDER", help="leave what was made in a new folder")
    selftest.add_argument("--window", metavar="FILE", help=SUPPRESS)
