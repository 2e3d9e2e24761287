"""An agent's phone in a real browser: signs in once, works with no line, is closed, and sends once.

Skipped where there is no Chromium. Pictures of every screen are left in the
folder that `COLLECTIQ_SHOTS` names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from litestar.testing import TestClient

from collectiq_desktop.core.domain.attachments import MAX_BYTES
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.core.queries.attention import Attention
from collectiq_desktop.core.queries.custody import Custody
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.reminders import RemindersOpened, ReminderTo
from collectiq_desktop.core.queries.visits import Visits
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.documents.reminder import reminder_text
from sync_server.outside import server_outside
from tests.e2e.chromium import CHROMIUM, Page, browser
from tests.engines import files_only
from tests.sync_server.headquarters import Headquarters
from tests.sync_server.phones import NASTY, PASSWORD, Shop, served

__all__ = ["files_only"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
SHOTS = os.environ.get("COLLECTIQ_SHOTS", "")


class Line:
    """The line between phone and head office: it can be cut, and can lose answers."""

    def __init__(self, http: TestClient[Any]) -> None:
        self._http, self._lock = http, Lock()
        self.lost_answers = 0
        self.commands: list[bytes] = []
        line = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                line.carry(self, b"")

            def do_POST(self) -> None:
                line.carry(self, self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def log_message(self, *_words: object) -> None:
                return

        self._handler = Handler
        self.port = 0
        self.connect()

    def connect(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, daemon=True).start()

    def cut(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def carry(self, asked: BaseHTTPRequestHandler, body: bytes) -> None:
        with self._lock:
            headers = {name: value for name, value in asked.headers.items() if name != "Host"}
            headers["Accept-Encoding"] = "identity"
            given = self._http.request(asked.command, asked.path, content=body, headers=headers)
            is_command = asked.path == "/v1/agent/command"
            if is_command:
                self.commands.append(body)
            if is_command and self.lost_answers:
                self.lost_answers -= 1
                asked.close_connection = True
                asked.connection.close()
                return
        asked.send_response(given.status_code)
        for name, value in given.headers.items():
            if name.lower() not in {"content-length", "connection"}:
                asked.send_header(name, value)
        asked.send_header("Content-Length", str(len(given.content)))
        asked.send_header("Connection", "close")
        asked.end_headers()
        asked.wfile.write(given.content)
        asked.close_connection = True


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    hq = Headquarters(tmp_path / "hq")
    # The browser's clock is the real one.
    hq.clock.at = server_outside().clock.now_at()
    shop = Shop(hq)
    with hq.office.firms.ordering(shop.firm_id) as books:
        command = AmendFirm(fact_id=FactId(books.mint_id()), changes={"vpa": "shreetest@okbank"})
        books.run(command, by=shop.people["Owner"])
        hindi = AmendParty(
            fact_id=FactId(books.mint_id()),
            party_id=shop.parties["Bharat"],
            changes={"language": "hi"},
        )
        books.run(hindi, by=shop.people["Owner"])
    yield shop
    hq.close()


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.run("new Promise((done) => setTimeout(done, 120))")
        page.picture(Path(SHOTS) / f"{name}.png")


class Shown(NamedTuple):
    """What a phone says of a receipt that has no number yet: its name, and its public page."""

    ref: str
    page: str


def collect(page: Page, party: str, rupees: str, mode: str = "Cash") -> Shown:
    """Collect from a party of the round."""
    page.tap('[href="#/round"]') if page.run("Boolean(document.querySelector('.tabs'))") else None
    page.run("location.hash = '#/round'")
    open_party(page, party)
    page.tap("Collect")
    page.write(".amount input", rupees)
    page.tap(mode)
    if mode == "Cheque":
        page.write(".field input", "000451")
        page.run(PHOTO)
        page.wait("document.querySelector('canvas.photo')?.width > 300")
    shoot(page, f"collect-{mode.lower()}")
    page.tap("Collect ₹")
    ref: str = page.wait("document.querySelector('[data-ref]')?.dataset.ref")
    shoot(page, f"done-{mode.lower()}")
    shared: str = page.wait("document.querySelector('.done a.button')?.href")
    return Shown(ref, "/v/" + unquote(shared).rpartition("/v/")[2])


# As large as a camera's, and of what presses small worst of all.
PHOTO = """(async () => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2400, 1200];
  const context = canvas.getContext('2d');
  context.fillStyle = '#cfe3d4';
  context.fillRect(0, 0, 2400, 1200);
  context.fillStyle = '#123';
  context.font = '90px sans-serif';
  context.fillText('Punjab National Bank    000451', 150, 260);
  context.fillText('Rupees seven hundred only    ₹ 700.00', 150, 640);
  const pixels = context.getImageData(0, 0, 2400, 1200);
  for (let n = 0; n < pixels.data.length; n += 4) pixels.data[n] += (n * 7919) % 97;
  context.putImageData(pixels, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
  const chosen = new DataTransfer();
  chosen.items.add(new File([blob], 'cheque.png', {type: 'image/png'}));
  const input = document.querySelector('[type=file]');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
})()"""


def open_party(page: Page, party: str) -> None:
    page.run("location.hash = '#/round'")
    # Looked for and opened in one go: what is drawn anew between would be another.
    name = f"(each) => each.textContent === {party!r}"
    found = f"[...document.querySelectorAll('.who b')].find({name})?.closest('a')"
    page.wait(f"(() => {{ const it = {found}; it?.click(); return Boolean(it); }})()")
    page.wait("Boolean(document.querySelector('[data-balance]'))")


def start(page: Page, address: str) -> None:
    page.open(address)
    page.wait("Boolean(document.querySelector('#app main'))")


def sign_in(page: Page, address: str) -> None:
    start(page, address)
    shoot(page, "signin")
    page.write("[name=name]", "Ravi")
    page.write("[name=password]", PASSWORD)
    page.tap("Sign in")
    page.wait("document.querySelectorAll('.list .row').length === 3")
    # All of the app is kept, and the next start asks what keeps it.
    page.wait("navigator.serviceWorker.controller?.state === 'activated'")
    assert NASTY in page.text()
    assert page.run("document.querySelector('main img') === null")
    shoot(page, "round")


def remind(page: Page, shop: Shop, party: str) -> None:
    """Open a reminder: in the office's words and the party's language; a second is asked about."""
    open_party(page, party)
    words = shop.ask(ReminderTo(party_id=shop.parties[party])).words
    link = page.run("document.querySelector('a[data-remind]').href")
    assert unquote(link) == f"https://wa.me/919825012345?text={reminder_text(words)}"
    # No chat is opened from a test.
    page.run(NO_CHATS)
    page.tap("[data-remind]")
    page.wait("Boolean(document.querySelector('[data-reminded]'))")
    page.tap("[data-remind]")
    page.wait("document.body.innerText.includes('Reminded today already.')")
    shoot(page, "remind-again")
    page.tap("Not now")
    page.wait("Boolean(document.querySelector('button[data-remind]'))")


NO_CHATS = """addEventListener('click', (each) => {
  if (each.target.closest('a[target=_blank]')) each.preventDefault();
}, true)"""


def work_with_no_line(page: Page, shop: Shop) -> list[Shown]:
    """Remind, collect from three parties, a promise, a visit, a phone; gives what was shown."""
    remind(page, shop, "Asha Stores")
    remind(page, shop, "Bharat")
    shown = [
        collect(page, "Asha Stores", "3500"),
        collect(page, "Bharat", "1200.50", "UPI"),
        collect(page, NASTY, "700", "Cheque"),
    ]
    see_photo(page, "done")
    open_party(page, "Bharat")
    shoot(page, "party")
    page.tap("Promise")
    page.tap("[data-days='3']")
    shoot(page, "promise")
    page.tap("Promise: ")
    page.wait("Boolean(document.querySelector('[data-balance]'))")
    open_party(page, NASTY)
    page.tap("Visit")
    shoot(page, "visit")
    page.tap("[data-outcome=dispute]")
    page.wait("Boolean(document.querySelector('[data-balance]'))")
    open_party(page, "Bharat")
    page.tap("Correct the phone")
    page.write("[type=tel]", "098250 54321")
    shoot(page, "phone")
    page.tap("Save")
    page.wait(WAITING_ALL)
    page.tap("[data-remind]")
    page.wait("document.body.innerText.includes('Promised ₹')")
    shoot(page, "remind-promised")
    page.tap("Not now")
    page.wait("document.body.innerText.includes('Right phone: 9825054321')")
    page.run("location.hash = '#/day'")
    page.wait("document.querySelector('[data-cash]')?.dataset.cash === '350000'")
    page.wait("document.querySelector('[data-reminders]').dataset.reminders === '2'")
    page.wait("document.querySelector('[data-calls]').dataset.calls === '4'")
    shoot(page, "day")
    page.run("location.hash = '#/waiting'")
    page.wait("document.querySelectorAll('.deed').length === 9")
    shoot(page, "waiting")
    return shown


def see_photo(page: Page, name: str) -> None:
    """Tap on the photo of a cheque, and look at it."""
    page.tap("See the photo")
    page.wait("document.querySelector('canvas.photo')?.width > 300")
    assert int(page.run("document.querySelector('canvas.photo').dataset.bytes")) <= MAX_BYTES
    shoot(page, f"photo-{name}")


WAITING_ALL = "document.querySelector('[data-waiting]').dataset.waiting === '9'"
NO_LINE = ("Failed to load", "ERR_")


def test_a_day_with_no_line_is_in_the_books_once(shop: Shop, tmp_path: Path) -> None:
    with served(shop) as http:
        line = Line(http)
        address = f"http://localhost:{line.port}/a/"
        with browser(tmp_path / "profile") as chromium:
            page = chromium.page()
            sign_in(page, f"{address}?firm={shop.firm_id.hex()}")
            line.cut()
            shown = work_with_no_line(page, shop)
            assert [each for each in page.said if not any(word in each for word in NO_LINE)] == []
        assert list(shop.ask(DayBook(kind=VoucherKind.RECEIPT)).rows) == []
        with browser(tmp_path / "profile") as chromium:
            page = chromium.page()
            start(page, address)
            page.wait(WAITING_ALL)
            line.lost_answers = 2
            line.connect()
            page.run("location.hash = '#/waiting'")
            page.tap("Send now")
            page.wait("document.querySelectorAll('.deed[data-state=done]').length === 9")
            page.wait("document.querySelector('[data-waiting]').dataset.waiting === '0'")
            shoot(page, "sent")
            assert page.run(KEPT_PHOTOS) == 0
            open_party(page, NASTY)
            see_photo(page, "fetched")
            open_party(page, "Bharat")
            page.wait(
                f"{HISTORY}.some((each) => each.includes('promised by') && each.endsWith('waits'))"
            )
            assert page.run(f"{HISTORY}.length") == 3
            page.run("location.hash = '#/day'")
            page.wait("document.querySelector('[data-calls]')?.dataset.calls === '4'")
            open_party(page, "Asha Stores")
            page.wait("document.querySelector('[data-balance]').dataset.balance === '150000'")
            a_party_goes_to_somebody_else(page, shop, line)
            for scheme, language in (("dark", "en"), ("light", "hi")):
                look_at_all(page, shop, scheme, language)
        line.cut()
        assert [http.get(each.page).status_code for each in shown] == [200] * 3
    check_books(shop, shown, line)


def a_party_goes_to_somebody_else(page: Page, shop: Shop, line: Line) -> None:
    """Its card is gone with the next line; what was collected meanwhile is refused, and stays."""
    line.cut()
    collect(page, "Asha Stores", "100", "Cheque")
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        shop.assign("Meena", (shop.parties["Asha Stores"],), books)
    line.connect()
    page.run("location.hash = '#/waiting'")
    page.tap("Send now")
    page.wait("document.querySelectorAll('.deed[data-state=refused] .notice').length === 1")
    # Its photo is not sent without it, and goes with it when it is put away.
    page.wait("document.querySelector('[data-waiting]').dataset.waiting === '0'")
    assert page.run(KEPT_PHOTOS) == 1
    shoot(page, "refused")
    refused_id = page.run(REFUSED_ID)
    page.run(f"location.hash = '#/done/{refused_id}'")
    page.wait("document.body.innerText.includes('See what to do')")
    shoot(page, "done-refused")
    page.tap("See what to do")
    page.tap("Put away")
    page.tap("Put away for good")
    page.wait("document.querySelector('.deed[data-state=refused]') === null")
    assert page.run(KEPT_PHOTOS) == 0
    page.run("location.hash = '#/round'")
    page.wait("document.querySelectorAll('.list .row').length === 2")
    card = shop.parties["Asha Stores"].hex()
    page.run(f"location.hash = '#/party/{card}'")
    page.wait("document.body.innerText.includes('gone to somebody else')")


def look_at_all(page: Page, shop: Shop, scheme: str, language: str) -> None:
    """Every screen in another light or language: nothing wider than the phone, all large enough."""
    page.show(scheme)
    page.run("location.hash = '#/day'")
    page.tap(f"[lang={language}]")
    party = shop.parties["Bharat"].hex()
    screens = ("round", "day", "waiting", *(f"{each}/{party}" for each in SCREENS), "signin")
    for screen in screens:
        page.run(f"location.hash = '#/{screen}'")
        page.run("new Promise((done) => setTimeout(done, 60))")
        assert page.run("document.documentElement.scrollWidth") <= 360, screen
        assert page.run(TOO_SMALL) == [], screen
        shoot(page, f"{screen.partition('/')[0]}-{scheme}-{language}")


HISTORY = "[...document.querySelectorAll('.history li')].map((each) => each.innerText.trim())"
KEPT_PHOTOS = """new Promise((done) => {
  indexedDB.open('collectiq').onsuccess = ({target}) => {
    const asked = target.result.transaction('pictures').objectStore('pictures').count();
    asked.onsuccess = () => done(asked.result);
  };
})"""
REFUSED_ID = """new Promise((done) => {
  indexedDB.open('collectiq').onsuccess = ({target}) => {
    const asked = target.result.transaction('deeds').objectStore('deeds').getAll();
    asked.onsuccess = () => done(asked.result.find((each) => each.state === 'refused').id);
  };
})"""
SCREENS = ("party", "collect", "promise", "visit", "phone")
TOO_SMALL = """[...document.querySelectorAll('button, a, input:not([type=checkbox])')]
  .map((each) => [each.innerText || each.name || each.className, each.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 44 || box.width < 44))
  .map(([name, box]) => `${name} ${box.width}x${box.height}`)"""


def check_books(shop: Shop, shown: list[Shown], line: Line) -> None:
    rows = list(shop.ask(DayBook(kind=VoucherKind.RECEIPT)).rows)
    assert [(row.mode, row.amount_paise) for row in rows] == [
        ("cash", 3_500_00),
        ("upi", 1_200_50),
        ("cheque", 700_00),
    ]
    assert [row.narration for row in rows] == [f"Ref {each.ref}" for each in shown]
    # Nine deeds, a photo among them; two answered again, and one that was refused.
    assert len(line.commands) == 9 + 2 + 1
    assert len(set(line.commands)) == 9 + 1
    [photo] = shop.ask(AttachmentsOf(about_id=FactId(rows[2].voucher_id)))
    assert photo.content_type == "image/jpeg"
    opened = [(each.party, each.agent, each.language) for each in shop.ask(RemindersOpened())]
    assert opened == [("Bharat", "Ravi", "hi"), ("Asha Stores", "Ravi", "en")]
    [held] = shop.ask(Custody()).agents
    assert (held.agent, held.held_paise) == ("Ravi", 3_500_00)
    [promise] = shop.ask(Promises()).lines
    assert promise.taker == "Ravi"
    [visit] = shop.ask(Visits())
    assert (visit.party, visit.outcome) == (NASTY, "dispute")
    [asked] = shop.ask(Attention())
    assert (asked.party, asked.subject) == ("Bharat", "9825054321")
    assert asked.values == ("+919825012345", "Ravi")
