"""One word for one thing: the wrong word is refused and the right one named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.reading import Source, dotted, product

# The wrong word, and the right one. GLOSSARY.md says what each right one means.
BANNED = {
    "acct": "account",
    "aging": "ageing",
    "amt": "amount_paise",
    "bal": "balance_paise",
    "client": "party (a customer), device or gateway",
    "creditor": "party",
    "cust": "party",
    "customer": "party",
    "customers": "parties",
    "debtor": "party (the account is Sundry Debtors)",
    "entries": "postings, vouchers, facts or lines",
    "entry": "posting, voucher, fact or line",
    "event": "fact",
    "events": "facts",
    "helper": "a name that says what it gives",
    "helpers": "a name that says what it gives",
    "inv": "invoice",
    "manager": "a name that says what it does",
    "misc": "a name that says what it holds",
    "narr": "narration",
    "outbox": "errand or fact",
    "qty": "quantity",
    "stmt": "statement (of account) or sql",
    "timestamp": "_at (UTC milliseconds)",
    "txn": "voucher, or transaction of the database",
    "util": "a name that says what it holds",
    "utils": "a name that says what it holds",
    "vch": "voucher",
    "vendor": "party",
    "wallet": "account",
}
# The wrong name of several words, as it would stand inside an identifier.
BANNED_NAMES = {
    "cancelled_on": "cancelled_at (an instant)",
    "days_overdue": "overdue_days (units last)",
    "due_date": "due_on",
    "bill_date": "bill_on",
    "is_not": "the positive flag",
    "money_in": "receipt",
    "paise_amount": "amount_paise (units last)",
    "payment_in": "receipt (payment is money out)",
    "payment_received": "receipt (payment is money out)",
    "received_payment": "receipt (payment is money out)",
    "record_payment": "record_receipt (in) or make_payment (out)",
    "voucher_date": "voucher_on",
}
# Files that speak of somebody else's words, and those words. Only these may stand there.
THEIR_WORDS = {
    "collectiq_desktop/interchange/tally/": {"entries", "entry", "vch", "inv"},
    "collectiq_desktop/interchange/vyapar.py": {"txn"},
    "collectiq_desktop/ui/": {"event"},
    "sync_server/agents/": {"client"},
}
# The one place where the word is right.
RIGHT_NAMES = {"client_minted"}
# A twin of something; the old way goes in the commit that brings the new one.
TWIN = re.compile(r"_(legacy|old|v[0-9]+)$", re.IGNORECASE)
MONEY_WORDS = ("amount", "balance", "price", "sum", "total")


def _words(name: str) -> list[str]:
    """The lower-case words of a name in snake_case or CamelCase."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return [word for word in apart.lower().split("_") if word]


def _names(source: Source) -> Iterator[tuple[str, str]]:
    """Every name that the file gives to something, with its place."""
    for word in source.name.removesuffix(".py").split("/"):
        yield word, source.name
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name, source.at(node)
        elif isinstance(node, ast.arg):
            yield node.arg, source.at(node)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, source.at(node)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, source.at(node)


def _wrong_words(source: Source) -> Iterator[str]:
    theirs = {
        word
        for prefix, words in THEIR_WORDS.items()
        if source.name.startswith(prefix)
        for word in words
    }
    for name, place in _names(source):
        if any(right in name for right in RIGHT_NAMES):
            continue
        if TWIN.search(name):
            yield f"{place}: {name}: delete the old way"
        for word in _words(name):
            if word in BANNED and word not in theirs:
                yield f"{place}: {name}: not “{word}” but {BANNED[word]}"
        for wrong, right in BANNED_NAMES.items():
            if f"_{wrong}_" in f"_{'_'.join(_words(name))}_":
                yield f"{place}: {name}: not “{wrong}” but {right}"


def _typed(source: Source) -> Iterator[tuple[str, str, str]]:
    """Every parameter and field with a plain type: its name, its type, its place."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.arg) and node.annotation is not None:
            yield node.arg, dotted(node.annotation), source.at(node)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, dotted(node.annotation), source.at(node)


def test_words() -> None:
    wrong = sorted({line for source in product() for line in _wrong_words(source)})
    assert not wrong, "\n".join(wrong)


def test_money_ends_in_paise() -> None:
    bare = [
        f"{place}: {name} is money: call it {name}_paise"
        for source in product()
        for name, type_, place in _typed(source)
        if type_ in {"int", "Paise"} and _words(name)[-1:] and _words(name)[-1] in MONEY_WORDS
    ]
    assert not bare, "\n".join(bare)


def test_dates_end_in_on() -> None:
    bare = [
        f"{place}: {name} is a business date: end it in _on"
        for source in product()
        for name, type_, place in _typed(source)
        if type_ in {"date", "datetime.date"} and _words(name)[-1:] in (["date"], ["at"], ["dt"])
    ]
    assert not bare, "\n".join(bare)


def test_every_banned_word_is_found() -> None:
    for word in BANNED:
        text = f"def make_{word}() -> None: ..."
        planted = Source(product()[0].path, text, ast.parse(text))
        assert any(f"“{word}”" in line for line in _wrong_words(planted))
