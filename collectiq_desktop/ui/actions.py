"""The one table of actions: what each key does, and where.

Shortcuts, the key bar, the rail and the Go To palette are all drawn from it,
so they cannot disagree. A key may stand once in a context; what a screen says
of a key goes before what holds everywhere. An action of a screen that does
not exist yet is shown nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from collectiq_desktop.ui.action_rows import EVERYWHERE, Action
from collectiq_desktop.ui.action_rows import does as _does
from collectiq_desktop.ui.action_rows import knows_parties as _knows_parties
from collectiq_desktop.ui.action_rows import lists_goods as _lists_goods
from collectiq_desktop.ui.action_rows import opens as _opens
from collectiq_desktop.ui.action_rows import records as _records
from collectiq_desktop.ui.collecting_actions import COLLECTING_ACTIONS, HOME_CHASE
from collectiq_desktop.ui.foretold_rows import FORETOLD
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.people_actions import PEOPLE_ACTIONS
from collectiq_desktop.ui.settings_rows import SETTINGS

__all__ = ["ACTIONS", "EVERYWHERE", "PALETTE", "Action", "actions_in", "key_of", "key_of_screen"]
PALETTE = "palette"

ACTIONS: tuple[Action, ...] = (
    *COLLECTING_ACTIONS,
    # Everywhere ----------------------------------------------------------------
    _opens("welcome", "F3", QT_TRANSLATE_NOOP("Action", "firms")),
    _opens("contra", "F4", QT_TRANSLATE_NOOP("Action", "contra")),
    _opens("payment", "F5", QT_TRANSLATE_NOOP("Action", "payment")),
    _opens("receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    _opens("journal", "F7", QT_TRANSLATE_NOOP("Action", "journal")),
    _opens("sale", "F8", QT_TRANSLATE_NOOP("Action", "sale")),
    _opens("credit_note", "Alt+F6", QT_TRANSLATE_NOOP("Action", "credit note")),
    _opens("debit_note", "Alt+F5", QT_TRANSLATE_NOOP("Action", "debit note")),
    _opens("settings", "F11", QT_TRANSLATE_NOOP("Action", "settings")),
    _opens("upi", "Alt+U", QT_TRANSLATE_NOOP("Action", "UPI code")),
    _opens("import_wizard", "Alt+O", QT_TRANSLATE_NOOP("Action", "import")),
    _opens("sync", "Alt+Z", QT_TRANSLATE_NOOP("Action", "sync")),
    _opens("verify", "Ctrl+Alt+R", QT_TRANSLATE_NOOP("Action", "verify")),
    _does(EVERYWHERE, "back", "Esc", QT_TRANSLATE_NOOP("Action", "back")),
    _does(EVERYWHERE, "go_to", "Alt+G", QT_TRANSLATE_NOOP("Action", "go to")),
    _does(EVERYWHERE, "help", "F1", QT_TRANSLATE_NOOP("Action", "help")),
    _does(EVERYWHERE, "keyboard", "Ctrl+F1", QT_TRANSLATE_NOOP("Action", "keys"), is_shown=False),
    _does(
        EVERYWHERE,
        "guide",
        "Alt+F1",
        QT_TRANSLATE_NOOP("Action", "first five minutes"),
        is_shown=False,
    ),
    _does(
        EVERYWHERE, "vouchers", "F10", QT_TRANSLATE_NOOP("Action", "all screens"), is_shown=False
    ),
    _does(
        EVERYWHERE,
        "appearance",
        "Alt+F11",
        QT_TRANSLATE_NOOP("Action", "light or dark"),
        is_shown=False,
    ),
    _does(
        EVERYWHERE,
        "language",
        "Ctrl+F11",
        QT_TRANSLATE_NOOP("Action", "English or Hindi"),
        is_shown=False,
    ),
    _does(EVERYWHERE, "lock", "Ctrl+L", QT_TRANSLATE_NOOP("Action", "sign out"), is_shown=False),
    _does(
        EVERYWHERE,
        "quit",
        "Ctrl+Alt+Q",
        QT_TRANSLATE_NOOP("Action", "close the program"),
        is_shown=False,
    ),
    _does(EVERYWHERE, "quit_screen", "Ctrl+Q", QT_TRANSLATE_NOOP("Action", "back"), is_shown=False),
    *PEOPLE_ACTIONS,
    # The Go To palette ----------------------------------------------------------
    _does(PALETTE, "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open"), is_hint=True),
    _does(PALETTE, "close", "Esc", QT_TRANSLATE_NOOP("Action", "close")),
    # Home -------------------------------------------------------------------------
    _does("home", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True),
    _does(
        "home", "owed", "Alt+1", QT_TRANSLATE_NOOP("Action", "outstanding"), screen="outstanding"
    ),
    _does("home", "overdue", "Alt+2", QT_TRANSLATE_NOOP("Action", "overdue"), screen="outstanding"),
    _does("home", "due", "Alt+3", QT_TRANSLATE_NOOP("Action", "due today"), screen="outstanding"),
    _does(
        "home", "collected", "Alt+4", QT_TRANSLATE_NOOP("Action", "collected"), screen="register"
    ),
    *HOME_CHASE,
    # Parties ----------------------------------------------------------------------
    _does("parties", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True),
    _does("parties", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    *_knows_parties("parties"),
    _does("parties", "only_owing", "Alt+F12", QT_TRANSLATE_NOOP("Action", "with a balance only")),
    # Party ------------------------------------------------------------------------
    _does("party", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    _does("party", "sale", "F8", QT_TRANSLATE_NOOP("Action", "sale"), screen="sale"),
    _does(
        "party", "statement", "Ctrl+P", QT_TRANSLATE_NOOP("Action", "statement"), screen="statement"
    ),
    _does("party", "send", "Alt+M", QT_TRANSLATE_NOOP("Action", "to the phone")),
    _does("party", "remind", "Alt+R", QT_TRANSLATE_NOOP("Action", "remind")),
    _does("party", "upi", "Alt+U", QT_TRANSLATE_NOOP("Action", "UPI code")),
    _does("party", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open"), is_hint=True),
    _does("party", "next_table", "F9", QT_TRANSLATE_NOOP("Action", "bills or timeline")),
    _does("party", "risk", "Shift+Enter", QT_TRANSLATE_NOOP("Action", "why this risk")),
    _does("party", "alter_party", "Ctrl+Enter", QT_TRANSLATE_NOOP("Action", "alter party")),
    _does(
        "party",
        "set_off",
        "Alt+B",
        QT_TRANSLATE_NOOP("Action", "set off"),
        screen="set_off",
        is_shown=False,
    ),
    _does(
        "party",
        "opening_bill",
        "Ctrl+N",
        QT_TRANSLATE_NOOP("Action", "opening bill"),
        screen="opening_bill",
        is_shown=False,
    ),
    _does("party", "payment", "F5", QT_TRANSLATE_NOOP("Action", "payment"), is_shown=False),
    _does(
        "party", "credit_note", "Alt+F6", QT_TRANSLATE_NOOP("Action", "credit note"), is_shown=False
    ),
    _does(
        "party", "debit_note", "Alt+F5", QT_TRANSLATE_NOOP("Action", "debit note"), is_shown=False
    ),
    # Receipt ----------------------------------------------------------------------
    _does("receipt", "next", "Enter", QT_TRANSLATE_NOOP("Action", "next, then save"), is_hint=True),
    _does("receipt", "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save")),
    *_knows_parties("receipt"),
    _does("receipt", "tick", "Space", QT_TRANSLATE_NOOP("Action", "tick bill"), is_hint=True),
    _does("receipt", "date", "F2", QT_TRANSLATE_NOOP("Action", "date")),
    _does("receipt", "bills", "Alt+B", QT_TRANSLATE_NOOP("Action", "bills")),
    _does("receipt", "order", "Ctrl+B", QT_TRANSLATE_NOOP("Action", "change order")),
    _does("receipt", "discount", "Ctrl+D", QT_TRANSLATE_NOOP("Action", "discount"), is_shown=False),
    _does("receipt", "tds", "Ctrl+S", QT_TRANSLATE_NOOP("Action", "TDS"), is_shown=False),
    _does(
        "receipt", "round_off", "Ctrl+O", QT_TRANSLATE_NOOP("Action", "round off"), is_shown=False
    ),
    _does(
        "receipt",
        "advance",
        "Ctrl+H",
        QT_TRANSLATE_NOOP("Action", "on account or advance"),
        is_shown=False,
    ),
    _does("receipt", "upi", "Alt+U", QT_TRANSLATE_NOOP("Action", "UPI code"), is_shown=False),
    # UPI code -----------------------------------------------------------------------
    _does("upi", "next", "Enter", QT_TRANSLATE_NOOP("Action", "take the receipt"), is_hint=True),
    _does("upi", "party", "Ctrl+F", QT_TRANSLATE_NOOP("Action", "other party")),
    _does("upi", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    # Vouchers beside the receipt ---------------------------------------------------
    *_records("sale"),
    *_knows_parties("sale"),
    *_lists_goods("sale"),
    _does("sale", "received", "Ctrl+M", QT_TRANSLATE_NOOP("Action", "received"), is_shown=False),
    _does(
        "sale",
        "let_pass",
        "Ctrl+L",
        QT_TRANSLATE_NOOP("Action", "over the limit"),
        is_shown=False,
    ),
    _does("sale", "due", "Ctrl+D", QT_TRANSLATE_NOOP("Action", "due date"), is_shown=False),
    _does(
        "sale",
        "order_number",
        "Ctrl+O",
        QT_TRANSLATE_NOOP("Action", "order number"),
        is_shown=False,
    ),
    *_records("credit_note"),
    *_knows_parties("credit_note"),
    *_lists_goods("credit_note"),
    _does("credit_note", "bills", "Alt+B", QT_TRANSLATE_NOOP("Action", "bills")),
    _does(
        "credit_note",
        "order",
        "Ctrl+B",
        QT_TRANSLATE_NOOP("Action", "change order"),
        is_shown=False,
    ),
    *_records("debit_note"),
    *_knows_parties("debit_note"),
    *_lists_goods("debit_note"),
    _does("debit_note", "due", "Ctrl+D", QT_TRANSLATE_NOOP("Action", "due date"), is_shown=False),
    *_records("journal"),
    _does("journal", "remove_line", "Alt+R", QT_TRANSLATE_NOOP("Action", "remove line")),
    *_records("contra"),
    *_records("payment"),
    *_knows_parties("payment"),
    *_records("set_off"),
    *_knows_parties("set_off"),
    _does("set_off", "tick", "Space", QT_TRANSLATE_NOOP("Action", "tick bill"), is_hint=True),
    _does("set_off", "bills", "Alt+B", QT_TRANSLATE_NOOP("Action", "bills")),
    _does("set_off", "order", "Ctrl+B", QT_TRANSLATE_NOOP("Action", "change order")),
    *_records("opening_bill"),
    *_knows_parties("opening_bill"),
    _does("opening_bill", "due", "Ctrl+D", QT_TRANSLATE_NOOP("Action", "due date")),
    # A party's master data ---------------------------------------------------------
    _does(
        "party_form",
        "next",
        "Enter",
        QT_TRANSLATE_NOOP("Action", "next, then save"),
        is_hint=True,
    ),
    _does("party_form", "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save")),
    # Print queue ------------------------------------------------------------------
    _does(
        "print_queue", "retry", "Enter", QT_TRANSLATE_NOOP("Action", "print again"), is_hint=True
    ),
    _does("print_queue", "give_up", "Alt+X", QT_TRANSLATE_NOOP("Action", "give up")),
    _does("print_queue", "see", "Ctrl+P", QT_TRANSLATE_NOOP("Action", "see")),
    _does("print_queue", "over", "Alt+F12", QT_TRANSLATE_NOOP("Action", "also what is over")),
    *FORETOLD,
    # Outstanding --------------------------------------------------------------------
    _does(
        "outstanding", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True
    ),
    _does(
        "outstanding", "expand", "Shift+Enter", QT_TRANSLATE_NOOP("Action", "bills, then vouchers")
    ),
    _does("outstanding", "date", "F2", QT_TRANSLATE_NOOP("Action", "as of")),
    _does("outstanding", "beat", "Alt+F12", QT_TRANSLATE_NOOP("Action", "beat")),
    _does("outstanding", "area", "Alt+A", QT_TRANSLATE_NOOP("Action", "area"), is_shown=False),
    _does("outstanding", "branch", "Alt+B", QT_TRANSLATE_NOOP("Action", "branch"), is_shown=False),
    _does("outstanding", "which", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "all, overdue, due")),
    _does("outstanding", "order", "Ctrl+B", QT_TRANSLATE_NOOP("Action", "change order")),
    _does("outstanding", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    _does(
        "outstanding",
        "statement",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Action", "statement"),
        screen="statement",
    ),
    # Ageing -------------------------------------------------------------------------
    _does("ageing", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open party"), is_hint=True),
    _does("ageing", "expand", "Shift+Enter", QT_TRANSLATE_NOOP("Action", "bills, then vouchers")),
    _does("ageing", "basis", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "by due or bill date")),
    _does("ageing", "date", "F2", QT_TRANSLATE_NOOP("Action", "as of")),
    _does("ageing", "slabs", "F12", QT_TRANSLATE_NOOP("Action", "slabs")),
    _does("ageing", "beat", "Alt+F12", QT_TRANSLATE_NOOP("Action", "beat")),
    _does("ageing", "area", "Alt+A", QT_TRANSLATE_NOOP("Action", "area"), is_shown=False),
    _does("ageing", "branch", "Alt+B", QT_TRANSLATE_NOOP("Action", "branch"), is_shown=False),
    _does("ageing", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    _does(
        "ageing",
        "statement",
        "Ctrl+P",
        QT_TRANSLATE_NOOP("Action", "statement"),
        screen="statement",
    ),
    # Statement ----------------------------------------------------------------------
    _does(
        "statement",
        "choose",
        "Enter",
        QT_TRANSLATE_NOOP("Action", "open voucher"),
        screen="voucher",
        is_hint=True,
    ),
    _does("statement", "form", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "account or open bills")),
    _does("statement", "period", "Alt+F2", QT_TRANSLATE_NOOP("Action", "period")),
    _does("statement", "date", "F2", QT_TRANSLATE_NOOP("Action", "last day"), is_shown=False),
    _does("statement", "party", "Ctrl+F", QT_TRANSLATE_NOOP("Action", "other party")),
    _does("statement", "preview", "Ctrl+P", QT_TRANSLATE_NOOP("Action", "paper")),
    _does("statement", "print", "Alt+P", QT_TRANSLATE_NOOP("Action", "print")),
    _does("statement", "export", "Alt+E", QT_TRANSLATE_NOOP("Action", "save as file")),
    _does("statement", "send", "Alt+M", QT_TRANSLATE_NOOP("Action", "to the phone")),
    _does("statement", "upi", "Alt+U", QT_TRANSLATE_NOOP("Action", "UPI code"), is_shown=False),
    _does("statement", "receipt", "F6", QT_TRANSLATE_NOOP("Action", "receipt")),
    # Import ------------------------------------------------------------------------
    _does("import_wizard", "next", "Enter", QT_TRANSLATE_NOOP("Action", "next"), is_hint=True),
    _does("import_wizard", "go_on", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "go on")),
    _does("import_wizard", "browse", "Alt+B", QT_TRANSLATE_NOOP("Action", "browse")),
    _does("import_wizard", "remove", "Alt+R", QT_TRANSLATE_NOOP("Action", "take out")),
    _does("import_wizard", "undo", "Alt+X", QT_TRANSLATE_NOOP("Action", "undo an import")),
    _does("import_wizard", "next_table", "F9", QT_TRANSLATE_NOOP("Action", "other table")),
    _does("import_wizard", "again", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "read again")),
    _does("import_wizard", "save_rejected", "Alt+E", QT_TRANSLATE_NOOP("Action", "save rejected")),
    _does("import_wizard", "company", "Alt+Y", QT_TRANSLATE_NOOP("Action", "accept company")),
    # Day book -----------------------------------------------------------------------
    _does("day_book", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open voucher"), is_hint=True),
    _does("day_book", "day", "F2", QT_TRANSLATE_NOOP("Action", "day")),
    _does("day_book", "period", "Alt+F2", QT_TRANSLATE_NOOP("Action", "period")),
    _does("day_book", "kind", "Alt+F12", QT_TRANSLATE_NOOP("Action", "kind")),
    _does("day_book", "branch", "Alt+B", QT_TRANSLATE_NOOP("Action", "branch"), is_shown=False),
    _does("day_book", "earlier", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Action", "day before")),
    _does("day_book", "later", "Ctrl+PgDn", QT_TRANSLATE_NOOP("Action", "day after")),
    # Voucher ------------------------------------------------------------------------
    _does("voucher", "amend", "Ctrl+Enter", QT_TRANSLATE_NOOP("Action", "amend")),
    _does("voucher", "cancel", "Alt+X", QT_TRANSLATE_NOOP("Action", "cancel")),
    _does("voucher", "paper", "Ctrl+P", QT_TRANSLATE_NOOP("Action", "paper")),
    _does("voucher", "print", "Alt+P", QT_TRANSLATE_NOOP("Action", "print")),
    _does("voucher", "send", "Alt+M", QT_TRANSLATE_NOOP("Action", "to the phone")),
    _does("voucher", "history", "H", QT_TRANSLATE_NOOP("Action", "history")),
    _does("voucher", "photo", "Alt+V", QT_TRANSLATE_NOOP("Action", "photo"), is_shown=False),
    _does("voucher", "party", "P", QT_TRANSLATE_NOOP("Action", "party")),
    _does("voucher", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open bill"), is_hint=True),
    _does(
        "voucher", "next_table", "F9", QT_TRANSLATE_NOOP("Action", "other table"), is_shown=False
    ),
    _does("voucher", "previous", "PgUp", QT_TRANSLATE_NOOP("Action", "before")),
    _does("voucher", "following", "PgDn", QT_TRANSLATE_NOOP("Action", "after")),
    _does("voucher", "save", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "save"), is_shown=False),
    # Collection register ------------------------------------------------------------
    _does("register", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open receipt"), is_hint=True),
    _does("register", "day", "F2", QT_TRANSLATE_NOOP("Action", "day")),
    _does("register", "period", "Alt+F2", QT_TRANSLATE_NOOP("Action", "period")),
    _does("register", "mode", "Alt+F12", QT_TRANSLATE_NOOP("Action", "mode")),
    _does("register", "branch", "Alt+B", QT_TRANSLATE_NOOP("Action", "branch"), is_shown=False),
    _does("register", "days", "Ctrl+H", QT_TRANSLATE_NOOP("Action", "receipts or days")),
    _does("register", "count", "C", QT_TRANSLATE_NOOP("Action", "count cash")),
    _does("register", "earlier", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Action", "day before")),
    _does("register", "later", "Ctrl+PgDn", QT_TRANSLATE_NOOP("Action", "day after")),
    # Attention ----------------------------------------------------------------------
    _does(
        "attention", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "put it right"), is_hint=True
    ),
    _does("attention", "put_away", "Alt+X", QT_TRANSLATE_NOOP("Action", "put away")),
    *SETTINGS,
    # Sync ------------------------------------------------------------------------
    _does("sync", "now", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "sync now")),
    _does("sync", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open voucher"), is_hint=True),
    _does("sync", "differing", "Alt+F12", QT_TRANSLATE_NOOP("Action", "only what differs")),
    _does("sync", "earlier", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Action", "days before")),
    _does("sync", "later", "Ctrl+PgDn", QT_TRANSLATE_NOOP("Action", "days after"), is_shown=False),
    _does("sync", "export", "Alt+E", QT_TRANSLATE_NOOP("Action", "save what was not sent")),
    _does("sync", "repair", "Alt+R", QT_TRANSLATE_NOOP("Action", "compare and repair")),
    _does("sync", "days", "Alt+1", QT_TRANSLATE_NOOP("Action", "days"), is_shown=False),
    _does("sync", "unsent", "Alt+2", QT_TRANSLATE_NOOP("Action", "not yet sent"), is_shown=False),
    _does("sync", "held", "Alt+3", QT_TRANSLATE_NOOP("Action", "held"), is_shown=False),
    _does("sync", "ended", "Alt+4", QT_TRANSLATE_NOOP("Action", "exchanges"), is_shown=False),
    _does("sync", "devices", "Alt+5", QT_TRANSLATE_NOOP("Action", "devices"), is_shown=False),
    _does("sync", "join", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "join head office")),
    _does("sync", "moved", "Alt+M", QT_TRANSLATE_NOOP("Action", "moved here"), is_shown=False),
    # Verify ----------------------------------------------------------------------
    _does("verify", "verify", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "verify")),
    _does("verify", "quick", "Alt+Q", QT_TRANSLATE_NOOP("Action", "quick look")),
    _does("verify", "rebuild", "Alt+R", QT_TRANSLATE_NOOP("Action", "rebuild")),
    # Welcome ---------------------------------------------------------------------
    _does("welcome", "choose", "Enter", QT_TRANSLATE_NOOP("Action", "open"), is_hint=True),
    _does("welcome", "new_firm", "Ctrl+N", QT_TRANSLATE_NOOP("Action", "new firm")),
    _does("welcome", "open_file", "Alt+O", QT_TRANSLATE_NOOP("Action", "open a file")),
    _does("welcome", "join", "Alt+J", QT_TRANSLATE_NOOP("Action", "join a firm")),
    _does("welcome", "demo", "Alt+D", QT_TRANSLATE_NOOP("Action", "demo firm")),
    _does("welcome", "again", "Ctrl+R", QT_TRANSLATE_NOOP("Action", "try again")),
    _does("welcome", "make", "Ctrl+A", QT_TRANSLATE_NOOP("Action", "make it")),
    _does("welcome", "browse", "Alt+B", QT_TRANSLATE_NOOP("Action", "browse")),
)


def actions_in(contexts: Collection[str], screens: Collection[str]) -> Iterator[Action]:
    """The actions that hold in some contexts, the first context's first.

    Of a key that several contexts speak of, the first one's is meant.
    """
    keys: set[str] = set()
    for context in contexts:
        for action in ACTIONS:
            is_there = not action.screen or action.screen in screens
            if action.context == context and is_there and action.key not in keys:
                keys.add(action.key)
                yield action


def key_of(context: str, action_id: str) -> str:
    """The key of an action, to be printed beside it."""
    return next(
        (each.key for each in ACTIONS if (each.context, each.id) == (context, action_id)), ""
    )


def key_of_screen(screen: str) -> str:
    """The key that opens a screen from everywhere, empty for none."""
    for action in ACTIONS:
        if action.context == EVERYWHERE and action.screen == screen:
            return action.key
    return ""
