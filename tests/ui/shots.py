"""Pictures of every screen: `python -m tests.ui.shots` writes them to build/screenshots.

Both sizes, light and dark, English and Hindi; on empty books, on a demo firm,
and on books where everything is as large as it can be. To be looked at.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from collectiq_desktop import paths
from collectiq_desktop.commands.risk_publishing import publish
from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.queries.ageing import Ageing
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque, ReceiveCheque
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.reminders import NoteReminder
from collectiq_desktop.demo.making import DemoPlan, make_demo_firm
from collectiq_desktop.intelligence.foresight import Foresight
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.receipt.view import ReceiptScreen
from collectiq_desktop.ui.screens.registry import SCREENS
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.fakes import CountingIds, FixedClock
from tests.ui.keys import press, type_text

SIZES = (QSize(1366, 768), QSize(1920, 1080))
_LONGEST_WAIT_SECONDS = 10
Step = Callable[[], None]
_WITH_SUBJECT = {"party", "party_risk", "voucher", "amend", "upi"}
_LONG_NAME = " ".join(["Shree Venkateshwara Annapurna Kirana and General Stores Wholesale"] * 2)[
    :120
]
_CRORES_PAISE = 99_00_00_000_00
_MANY = 27_000


def _settle(window: OpenWindow) -> None:
    """Wait until the desk has delivered everything and all is painted."""
    until = monotonic() + _LONGEST_WAIT_SECONDS
    QTest.qWait(30)
    while window.desk.is_busy and monotonic() < until:
        QTest.qWait(10)
    for _ in range(3):
        QTest.qWait(30)
        QApplication.sendPostedEvents()


def _subjects(books: Books) -> tuple[Place, Place] | None:
    """The party that is most overdue, and one voucher; None in empty books."""
    rows = books.ask(Ageing()).rows
    if not rows:
        return None
    party = max(rows, key=lambda row: sum(row.buckets_paise[1:]))
    page = books.ask(DayBook(is_from_end=True, kind=VoucherKind.SALES_INVOICE, limit=1))
    return (
        Place(screen="", party_id=party.party_id),
        Place(screen="", voucher_id=page.rows[0].voucher_id),
    )


def _scenes(window: OpenWindow, books: Books) -> Iterator[tuple[str, Step]]:
    """Each picture's name, and what leads to it."""
    subjects = _subjects(books)
    if subjects is None:
        for info in SCREENS:
            if info.name not in _WITH_SUBJECT:
                yield info.name, partial(window.shell.go, Place(screen=info.name))
        return
    party, voucher = subjects

    def opened(name: str) -> Step:
        kind = "sales_invoice" if name == "amend" else ""
        place = Place(
            screen=name, party_id=party.party_id, voucher_id=voucher.voucher_id, text=kind
        )
        return lambda: window.shell.go(place)

    for info in SCREENS:
        yield info.name, opened(info.name)
    yield from _typed_scenes(window, party)


def _typed_scenes(window: OpenWindow, party: Place) -> Iterator[tuple[str, Step]]:
    """What is seen while somebody types."""

    def found() -> None:
        window.shell.go(Place(screen="home"))
        type_text("ga")

    def empty_receipt() -> None:
        window.shell.go(Place(screen="receipt"))
        press(window.shell, Qt.Key.Key_Escape)
        press(window.shell, Qt.Key.Key_Escape)
        window.shell.go(Place(screen="receipt"))

    def searching() -> None:
        type_text("st")

    def filled() -> None:
        window.shell.go(Place(screen="receipt", party_id=party.party_id))
        _settle(window)
        type_text("12500*2")

    def sold() -> None:
        window.shell.go(Place(screen="sale", party_id=party.party_id))
        _settle(window)
        type_text("12500")

    def advance() -> None:
        filled()
        press(window.shell, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    def cheque() -> None:
        window.shell.go(Place(screen="receipt"))
        press(window.shell, Qt.Key.Key_Escape)
        press(window.shell, Qt.Key.Key_Escape)
        window.shell.go(Place(screen="receipt", party_id=party.party_id))
        _settle(window)
        screen = window.shell.findChild(ReceiptScreen)
        assert screen is not None
        screen.fields.money.mode.set_key(Mode.CHEQUE.value)
        screen.fields.money.mode.focus_all()
        for words in ("", "004521", "5-12-2026", "Punjab National Bank"):
            type_text(words)
            press(None, Qt.Key.Key_Return)
        type_text("12500")

    def wrong() -> None:
        type_text("x")
        press(None, Qt.Key.Key_Return)

    yield "home-found", found
    yield "receipt-empty", empty_receipt
    yield "receipt-searching", searching
    yield "receipt-filled", filled
    yield "receipt-wrong", wrong
    yield "receipt-cheque", cheque
    yield "receipt-advance", advance
    yield "sale-filled", sold
    yield "go-to", partial(_go_to, window)


def _go_to(window: OpenWindow) -> None:
    press(window.shell, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    type_text("s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which pictures are wanted; no names mean all of them."""

    sizes: tuple[QSize, ...] = SIZES
    appearances: tuple[str, ...] = ("light", "dark")
    languages: tuple[str, ...] = ("en", "hi")
    names: frozenset[str] = frozenset()


def take_all(folder: Path, books: Books, state: Path, wanted: Wanted) -> int:
    """Write every picture and say how many there are."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    count = 0
    outside = Surroundings(clock=FixedClock(), ids=CountingIds(start=1 << 40))
    folders = Folders(config=state / "config", data=state / "data", log=state / "log")
    window = open_window(app, lambda _progress: books, outside, folders=folders)
    window.shell.activateWindow()
    for size in wanted.sizes:
        window.shell.resize(size)
        for appearance in wanted.appearances:
            window.looks.show(appearance)
            for language in wanted.languages:
                window.looks.speak(language)
                for name, step in _scenes(window, books):
                    if wanted.names and name not in wanted.names:
                        continue
                    step()
                    _settle(window)
                    file = f"{name}-{size.width()}-{appearance}-{language}.png"
                    window.shell.grab().save(str(folder / file))
                    count += 1
                press(window.shell, Qt.Key.Key_Escape)
    window.close()
    return count


def _empty(place: Path) -> Books:
    """The books of a firm that has done nothing yet."""
    return Books.create(
        place, Firm(name="Shree Ganesh Wholesale", state_code="24"), _around(1 << 41)
    )


def _typical(place: Path, options: Namespace) -> Books:
    """The books of the demo firm."""
    plan = DemoPlan(parties_count=options.parties, vouchers_count=options.vouchers, seed=1)
    make_demo_firm(
        place,
        plan,
        outside=_around(0),
        words_folder=paths.resources_folder() / "demo",
        progress=lambda _done, _whole: None,
    )
    books = Books.open(place, _around(1 << 41))
    _give_word(books)
    foresight = Foresight(books, place.parent / "learned")
    today_on = FixedClock().today_on()
    foresight.learn(today_on, lambda _done, _whole: None)
    look = foresight.look(today_on)
    publish(books, foresight, look, look.people())
    return books


def _give_word(books: Books) -> None:
    """The party that is looked at promised twice, was visited and reminded; a cheque came back."""
    subjects = _subjects(books)
    assert subjects is not None, "a demo firm has somebody who owes"
    party_id, today_on = subjects[0].party_id, FixedClock().today_on()
    assert party_id is not None
    for day in (-30, 3):
        promise = MakePromise(
            fact_id=FactId(books.mint_id()),
            party_id=party_id,
            amount_paise=25_000_00,
            promised_on=today_on + timedelta(days=day),
            on=today_on + timedelta(days=min(day - 2, 0)),
        )
        books.run(promise)
    mint = books.mint_id
    visit = NoteVisit(fact_id=FactId(mint()), party_id=party_id, outcome=Outcome.SHUT, note="Eid")
    books.run(visit)
    books.run(NoteReminder(fact_id=FactId(mint()), party_id=party_id, amount_paise=25_000_00))
    for number in (1, 2):
        receiving = ReceiveCheque(
            fact_id=FactId(books.mint_id()),
            party_id=party_id,
            amount_paise=7_500_00,
            number=f"00451{number}",
            cheque_on=today_on + timedelta(days=30 - 20 * number),
            on=today_on - timedelta(days=40),
        )
        books.run(receiving)
    cheque_id = receiving.fact_id
    books.run(DepositCheque(voucher_id=VoucherId(mint()), cheque_id=cheque_id))
    books.run(BounceCheque(voucher_id=VoucherId(mint()), cheque_id=cheque_id, reason="no funds"))


def _extreme(place: Path, many: int) -> Books:
    """A party with the longest name, the largest sums and very many rows."""
    around = _around(1 << 41)
    books = Books.create(place, Firm(name=_LONG_NAME, state_code="24"), around)
    adding = AddParty(
        party_id=PartyId(around.ids.mint()),
        party=Party(
            name=_LONG_NAME,
            code="SVAKGSW-0001",
            phones=("9825011111", "9825022222"),
            beat="Old Market Yard North",
            credit_limit_paise=_CRORES_PAISE,
            late_limit_days=45,
            bills_limit_count=9,
            address=("12, Old Market Yard, behind the Clock Tower", "Vadodara"),
        ),
    )
    books.run(adding)
    on = around.clock.today_on()
    sums = [_CRORES_PAISE, _CRORES_PAISE, *range(100_00, 100_00 + many)]
    commands = (
        PostInvoice(
            voucher_id=VoucherId(around.ids.mint()),
            party_id=adding.party_id,
            amount_paise=paise,
            on=on - timedelta(days=number % 200),
            reference="PO/2026-27/0000012345/REVISED",
            narration="As agreed by telephone, to be delivered in two lots at the back door",
        )
        for number, paise in enumerate(sums)
    )
    for _result in books.run_many(commands, len(sums)):
        pass
    return books


def _around(first: int) -> Surroundings:
    return Surroundings(clock=FixedClock(), ids=CountingIds(start=first))


def main() -> None:
    """Make the books and the pictures."""
    parser = ArgumentParser()
    parser.add_argument("--folder", default="build/screenshots")
    parser.add_argument("--parties", type=int, default=60)
    parser.add_argument("--vouchers", type=int, default=2_000)
    parser.add_argument("--small-only", action="store_true")
    parser.add_argument("--many", type=int, default=_MANY)
    parser.add_argument("--only", choices=("empty", "typical", "extreme"))
    parser.add_argument("--appearance", choices=("light", "dark"))
    parser.add_argument("--language", choices=("en", "hi"))
    parser.add_argument("names", nargs="*", help="only these pictures, such as receipt-filled")
    options = parser.parse_args()
    makers: dict[str, Callable[[Path], Books]] = {
        "typical": lambda place: _typical(place, options),
        "empty": _empty,
        "extreme": lambda place: _extreme(place, options.many),
    }
    wanted = Wanted(
        sizes=SIZES[:1] if options.small_only else SIZES,
        appearances=(options.appearance,) if options.appearance else ("light", "dark"),
        languages=(options.language,) if options.language else ("en", "hi"),
        names=frozenset(options.names),
    )
    count = 0
    for name, make in makers.items():
        if options.only not in (None, name):
            continue
        folder = Path(options.folder) / name
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as state:
            books = make(Path(state) / "shots.collectiq")
            count += take_all(folder, books, Path(state), wanted)
    sys.stdout.write(f"{count} pictures in {options.folder}\n")


if __name__ == "__main__":
    main()
