"""What makes a phone good to use: run sheets, signatures, Hindi, and the basics of a web app.

Installed from its manifest, readable in both lights, fingers find every button,
nothing jumps, what is kept is asked to stay, and what is unsent is always in sight.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.vouchers import Pieces
from collectiq_desktop.core.queries.custody import Handovers
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.queries.runsheets import RunSheetCard
from collectiq_desktop.core.services.custody import CountInCash
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.runsheets import IssueRunSheet
from collectiq_desktop.core.wire.collecting import SheetRow
from tests.e2e.chromium import CHROMIUM, Page, browser
from tests.e2e.test_phone import TOO_SMALL, Line, collect, open_party, shoot, shop, sign_in
from tests.engines import files_only
from tests.sync_server.phones import NASTY, Shop, served

__all__ = ["files_only", "shop"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

BEFORE = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifts += each.value;
}).observe({type: "layout-shift", buffered: true});
const persist = navigator.storage.persist.bind(navigator.storage);
navigator.storage.persist = () => { window.isAskedToStay = true; return persist(); };
"""
# Text by its own colour over the ground behind it; what is large or bold needs less.
PALE = """(() => {
  const rgba = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
    .reduce((sum, each, n) => sum + each * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = (each) => {
    for (let at = each; at; at = at.parentElement) {
      const told = rgba(getComputedStyle(at).backgroundColor);
      if (told.length === 3 || told[3] > 0.5) return told;
    }
    return [255, 255, 255];
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const each = node.parentElement;
    if (!node.data.trim() || !each.getClientRects().length || each.closest(":disabled")) continue;
    const style = getComputedStyle(each);
    const [one, other] = [light(rgba(style.color)), light(ground(each))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${node.data.trim()}: ${ratio.toFixed(2)}`);
  }
  return found;
})()"""
IN_SIGHT = """(() => {
  const box = document.querySelector('.line')?.getBoundingClientRect();
  return Boolean(box) && box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
})()"""
KEPT_PARTIES = """new Promise((done) => {
  indexedDB.open('collectiq').onsuccess = ({target}) => {
    const asked = target.result.transaction('parties').objectStore('parties').getAllKeys();
    asked.onsuccess = () => done(asked.result.length);
  };
})"""

KEPT_ELSEWHERE = """(async () => {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (each) => (await caches.open(each)).keys()));
  return kept.flat().map((each) => new URL(each.url).pathname)
    .filter((each) => !each.startsWith('/a/'));
})()"""


def prepare(shop: Shop) -> FactId:
    """A run sheet of two rows for Ravi, and ₹500 of his that were counted as ₹400."""
    ravi, owner = shop.people["Ravi"], shop.people["Owner"]
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        rows = tuple(SheetRow(shop.parties[name], 3_000_00) for name in ("Bharat", "Asha Stores"))
        sheet = IssueRunSheet(fact_id=FactId(books.mint_id()), agent_id=ravi, rows=rows)
        receipt = RecordReceipt(
            voucher_id=VoucherId(books.mint_id()),
            party_id=shop.parties["Bharat"],
            amount_paise=500_00,
            agent_id=ravi,
        )
        count = CountInCash(
            voucher_id=VoucherId(books.mint_id()), agent_id=ravi, counted=(Pieces(100, 4),)
        )
        for command in (sheet, receipt, count):
            books.run(command, by=owner)
    return sheet.fact_id


def look(page: Page, name: str) -> None:
    """What holds on every screen."""
    page.run("new Promise((done) => setTimeout(done, 80))")
    assert page.run(PALE) == [], name
    assert page.run(TOO_SMALL) == [], name
    assert page.run("document.documentElement.scrollWidth") <= 360, name
    assert page.run(IN_SIGHT), name
    page.run("scrollTo(0, document.body.scrollHeight)")
    assert page.run(IN_SIGHT), name
    page.run("scrollTo(0, 0)")
    shoot(page, name)


def look_at_all(page: Page, shop: Shop) -> None:
    party = shop.parties["Bharat"].hex()
    for scheme, language in (("light", "en"), ("dark", "hi")):
        page.show(scheme)
        page.run("location.hash = '#/day'")
        page.tap(f"[lang={language}]")
        for screen in ("round", "day", "waiting"):
            page.run(f"location.hash = '#/{screen}'")
            look(page, f"{screen}-sheet-{scheme}-{language}")
        for screen in ("party", "collect", "promise", "visit"):
            page.run(f"location.hash = '#/{screen}/{party}'")
            look(page, f"{screen}-sheet-{scheme}-{language}")
    page.run("location.hash = '#/day'")
    page.tap("[lang=en]")


def test_a_run_sheet_is_worked_off_and_the_basics_hold(shop: Shop, tmp_path: Path) -> None:
    sheet_id = prepare(shop)
    with served(shop) as http:
        line = Line(http)
        with browser(tmp_path / "profile") as chromium:
            page = chromium.page()
            page.call("Page.addScriptToEvaluateOnNewDocument", source=BEFORE)
            sign_in(page, f"http://localhost:{line.port}/a/?firm={shop.firm_id.hex()}")
            is_installable(page)
            work_off(page, shop)
            look_at_all(page, shop)
            refused_in_hindi(page, shop, line)
            note_with_the_right(page, shop)
            nothing_jumps(page)
            nothing_is_kept_for_who_left(page, shop)
        line.cut()
    card = shop.ask(RunSheetCard(sheet_id=sheet_id))
    assert [(row.outcome, row.received_paise) for row in card.rows] == [
        ("part", 1_000_00),
        ("promised", 0),
    ]
    [handover] = shop.ask(Handovers())
    assert (handover.short_paise, handover.is_agreed) == (100_00, False)


def is_installable(page: Page) -> None:
    manifest: Any = page.call("Page.getAppManifest")
    assert manifest["errors"] == []
    assert page.call("Page.getInstallabilityErrors")["installabilityErrors"] == []
    assert page.run("navigator.serviceWorker.controller.state") == "activated"
    assert page.wait("window.isAskedToStay === true")


def work_off(page: Page, shop: Shop) -> None:
    """Rows of the sheet come first; a receipt in part and a promise in three taps end them."""
    page.wait("document.querySelector('[data-ended]')?.dataset.ended === '0'")
    names = "[...document.querySelectorAll('.who b')].map((each) => each.textContent).join('|')"
    assert page.run(names) == f"Bharat|Asha Stores|{NASTY}"
    collect(page, "Bharat", "1000")
    open_party(page, "Asha Stores")
    assert page.run("document.querySelector('[data-row]').dataset.row") == "2"
    for tap in ("Promise", "[data-days='3']", "Promise: "):
        page.tap(tap)
    page.wait("Boolean(document.querySelector('[data-balance]'))")
    page.run("location.hash = '#/round'")
    page.wait("document.querySelector('[data-ended]').dataset.ended === '2'")
    page.run("location.hash = '#/day'")
    page.tap("[data-sign=no]")
    page.wait("document.querySelector('[data-sign]') === null")
    page.wait("document.querySelector('[data-waiting]').dataset.waiting === '0'")
    # Two receipts today: the one at the counter, and the one just sent.
    page.wait("document.querySelector('[data-lines]')?.dataset.lines === '2'")
    page.tap("‹")
    page.wait("document.querySelector('[data-lines]') === null")


def refused_in_hindi(page: Page, shop: Shop, line: Line) -> None:
    """What the books refuse is said in the agent's language."""
    ravi, owner = shop.people["Ravi"], shop.people["Owner"]
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        taken = AmendEmployee(
            fact_id=FactId(books.mint_id()), employee_id=ravi, changes={"taken": ("chase",)}
        )
        books.run(taken, by=owner)
    open_party(page, NASTY)
    page.tap("Visit")
    page.tap("[data-outcome=shut]")
    page.wait("document.body.innerText.includes('1 refused')")
    page.run("location.hash = '#/waiting'")
    assert "You are not permitted" in page.text()
    page.run("location.hash = '#/day'")
    page.tap("[lang=hi]")
    page.run("location.hash = '#/waiting'")
    page.wait("document.body.innerText.includes('अनुमति')")
    assert "You are not permitted" not in page.text()
    look(page, "refused-light-hi")
    page.run("location.hash = '#/day'")
    page.tap("[lang=en]")


def note_with_the_right(page: Page, shop: Shop) -> None:
    """Who may change parties writes what should be remembered of one; nobody else is asked."""
    open_party(page, "Bharat")
    assert "Change the note" not in page.text()
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        given = AmendEmployee(
            fact_id=FactId(books.mint_id()),
            employee_id=shop.people["Ravi"],
            changes={"granted": ("manage_parties",)},
        )
        books.run(given, by=shop.people["Owner"])
    page.run("location.hash = '#/waiting'")
    page.tap("Send now")
    open_party(page, "Bharat")
    page.tap("Change the note")
    page.write("textarea", "Opens at eleven")
    look(page, "note-dark-en")
    page.tap("Save")
    page.wait("Boolean(document.querySelector('[data-balance]'))")
    page.wait("document.querySelector('[data-waiting]').dataset.waiting === '0'")
    page.wait("document.querySelector('.card').innerText.includes('Opens at eleven')")
    assert shop.ask(PartyCard(party_id=shop.parties["Bharat"])).party.note == "Opens at eleven"


def nothing_jumps(page: Page) -> None:
    """Opened anew, from what is kept."""
    page.call("Page.reload")
    page.wait("document.querySelectorAll('.list .row, .card').length > 0")
    page.run("new Promise((done) => setTimeout(done, 700))")
    assert page.run("window.shifts") < 0.1


def nothing_is_kept_for_who_left(page: Page, shop: Shop) -> None:
    """The next request after the sign-in was ended takes the round away, and no deed."""
    with shop.hq.office.firms.ordering(shop.firm_id) as books:
        left = AmendEmployee(
            fact_id=FactId(books.mint_id()),
            employee_id=shop.people["Ravi"],
            changes={"is_active": False},
        )
        books.run(left, by=shop.people["Owner"])
    assert page.run(KEPT_PARTIES) == 3
    page.run("location.hash = '#/waiting'")
    page.tap("Send now")
    page.wait("document.body.innerText.includes('Sign in again')")
    assert page.run(KEPT_PARTIES) == 0
    assert page.run("document.querySelectorAll('.deed').length") > 0
    assert page.run(KEPT_ELSEWHERE) == []
