"""The risk of a firm with two counters: one works it out, both show the same, also a pin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import Category, RiskSettings
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.risk import (
    CategorySteps,
    RiskOfParty,
    ScoringSetups,
    WhoScores,
)
from collectiq_desktop.core.queries.syncing import Held
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.categories import note_category
from collectiq_desktop.core.services.pins import PinCategory
from collectiq_desktop.core.services.scoring import ChooseScoring
from collectiq_desktop.core.storage.dump import fingerprints
from collectiq_desktop.core.wire.risk_bulletins import party_bytes, party_key
from tests.core.looking import fact_id
from tests.firms import Shop, TestFirm
from tests.foretold import risk
from tests.journeys.test_two_shops_one_firm import SURAT, settle
from tests.people import employ


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TestFirm]:
    firm = TestFirm(tmp_path)
    firm.add_branch(SURAT, "Surat shop")
    yield firm
    firm.close()


def _score(shop: Shop, party_id: PartyId, category: Category, score: int) -> None:
    """As the scoring process does, in whose name nobody has signed in."""
    told = risk(party_id, category=category, score=score)
    with shop.books.writing(is_patient=True) as (writer, context):
        note_category(writer, context, told)
        bulletins.put(writer, context, party_key(party_id), party_bytes(told))


def test_one_counter_scores_and_the_other_shows_the_same(firm: TestFirm) -> None:
    main = firm.enrol("Main counter")
    main.exchange()
    main.plain.write("invoice  S/1  2026-11-20  Asha Stores  1,000.00")
    asha = main.plain.parties["Asha Stores"]
    employ(main.plain, "Mehta", Role.ADMIN)
    surat = firm.enrol("Surat counter", SURAT)
    settle(main, surat)
    assert main.books.ask(WhoScores()).is_here
    assert not surat.books.ask(WhoScores()).is_here

    _score(main, asha, Category.WATCH, 210)
    _score(main, asha, Category.RISKY, 620)
    until_on = main.plain.clock.today_on() + timedelta(days=7)
    pin = PinCategory(
        fact_id=fact_id(main.plain),
        party_id=asha,
        category=Category.SAFE,
        until_on=until_on,
        reason="paid by hand",
    )
    main.books.run(pin)
    settle(main, surat)
    surat.books.acting = main.books.acting
    for shop in (main, surat):
        assert shop.books.ask(Held()) == ()
        (step,) = shop.books.ask(CategorySteps(party_id=asha))
        assert (step.category, step.was, step.score) == (Category.RISKY, Category.WATCH, 620)
        line = shop.books.ask(RiskOfParty(party_id=asha))
        assert line is not None
        assert line.pin is not None
        assert (line.risk.category, line.pin.reason) == (Category.SAFE, "paid by hand")
    with main.books.reading() as one, surat.books.reading() as other:
        assert fingerprints(one) == fingerprints(other)

    main.books.run(
        ChooseScoring(device_id=surat.books.identity.device_id, settings=RiskSettings(over_days=45))
    )
    settle(main, surat)
    assert surat.books.ask(WhoScores()).is_here
    assert not main.books.ask(WhoScores()).is_here
    assert surat.books.ask(ScoringSetups()).settings == RiskSettings(over_days=45)
