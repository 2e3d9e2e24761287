"""A phone that has an earlier app's data, and one that takes a cheque for a later day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from collectiq_desktop.core.domain.calendar import format_date
from tests.e2e.chromium import CHROMIUM, browser
from tests.e2e.test_phone import HISTORY, KEPT_PHOTOS, Line, open_party, shop, sign_in, start
from tests.engines import files_only
from tests.sync_server.phones import PASSWORD, Shop, served

__all__ = ["files_only", "shop"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

EARLIER_APP = """new Promise((done) => {
  const asked = indexedDB.open('collectiq', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('kept').put('hi', 'language');
    asked.result.createObjectStore('parties', {keyPath: 'id'});
    asked.result.createObjectStore('deeds', {keyPath: 'id'});
  };
  asked.onsuccess = () => { asked.result.close(); done(); };
})"""


def test_what_an_earlier_app_kept_is_still_there(shop: Shop, tmp_path: Path) -> None:
    with served(shop) as http, browser(tmp_path / "profile") as chromium:
        line, page = Line(http), chromium.page()
        page.open(f"http://localhost:{line.port}/a/icon.svg")
        page.wait("location.pathname === '/a/icon.svg' && document.readyState === 'complete'")
        page.run(EARLIER_APP)
        start(page, f"http://localhost:{line.port}/a/?firm={shop.firm_id.hex()}")
        page.wait("document.body.innerText.includes('साइन इन')")
        page.write("[name=name]", "Ravi")
        page.write("[name=password]", PASSWORD)
        page.tap("साइन इन")
        page.wait("document.querySelectorAll('.list .row').length === 3")
        assert page.run(KEPT_PHOTOS) == 0
        line.cut()


def test_a_post_dated_cheque_is_told_as_one_and_credits_nobody(shop: Shop, tmp_path: Path) -> None:
    later_on = shop.today_on + timedelta(days=20)
    with served(shop) as http, browser(tmp_path / "profile") as chromium:
        line, page = Line(http), chromium.page()
        sign_in(page, f"http://localhost:{line.port}/a/?firm={shop.firm_id.hex()}")
        open_party(page, "Asha Stores")
        page.tap("Collect")
        page.write(".amount input", "2500")
        page.tap("Cheque")
        page.write(".field input", "000451")
        page.write("[type=date]", later_on.isoformat())
        page.tap("Collect ₹")
        shared = unquote(page.wait("document.querySelector('.done a.button')?.href"))
        assert f"cheque 000451 of {format_date(later_on)} for ₹2,500.00" in shared
        assert "/v/" not in shared
        told = f"Cheque 000451 for {format_date(later_on)}: ₹2,500.00"
        # Both while it waits here and once it was told by the books.
        for _time in range(2):
            page.run("location.hash = '#/day'")
            page.wait(f"document.querySelector('[data-calls]')?.innerText.includes({told!r})")
            assert page.run("document.querySelector('[data-lines]')") is None
            page.wait("document.querySelector('[data-waiting]').dataset.waiting === '0'")
        open_party(page, "Asha Stores")
        page.wait("document.querySelector('[data-balance]').dataset.balance === '500000'")
        page.wait(f"{HISTORY}.some((each) => each.includes({told!r}))")
        line.cut()
