from __future__ import annotations

from datetime import date

from tests.fakes import CountingIds, FixedClock


def test_clock_stands_until_it_is_moved(clock: FixedClock) -> None:
    assert clock.today_on() == date(2026, 11, 22)
    assert clock.now_at() == clock.now_at()
    clock.move(days=1, ms=5)
    assert clock.today_on() == date(2026, 11, 23)


def test_clock_tells_the_date_in_india(clock: FixedClock) -> None:
    clock.set_today(date(2026, 4, 1))
    clock.move(ms=-10 * 3_600_000)
    assert clock.today_on() == date(2026, 4, 1)
    clock.move(ms=-1)
    assert clock.today_on() == date(2026, 3, 31)


def test_ids_differ_and_repeat_from_run_to_run(ids: CountingIds) -> None:
    minted = [ids.mint() for _ in range(1000)]
    assert len(set(minted)) == 1000
    assert {len(each) for each in minted} == {16}
    assert minted == [CountingIds(start=n).mint() for n in range(1000)]
