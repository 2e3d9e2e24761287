"""Go To: what a few letters may mean — a screen, an action, a party, a voucher.

Plain Python; the palette shows what is found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from collectiq_desktop.core.domain.scripts import fold_for_search
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.work.lanes import Work

if TYPE_CHECKING:
    from collectiq_desktop.core.queries.vouchers import VoucherHit

_MOST_OF_A_KIND = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """One line of the palette.

    Args:
        also: what it is called in the source; a Latin keyboard finds it in every language.
        place: opens this, or
        action_id: does this.
        party, voucher: what was found in the books.
    """

    title: str
    also: str = ""
    key: str = ""
    place: Place | None = None
    action_id: str = ""
    party: PartyHit | None = None
    voucher: VoucherHit | None = None


class GoToView(Protocol):
    """What the palette shows."""

    def show_destinations(self, found: Sequence[Destination]) -> None:
        """The lines, the likeliest first."""
        ...


class GoTo:
    """Finds destinations while they are typed; answers may come in any order."""

    def __init__(
        self,
        view: GoToView,
        work: Work,
        *,
        fixed: Callable[[], Sequence[Destination]],
        voucher_screen: str,
    ) -> None:
        self._view = view
        self._work = work
        self._fixed = fixed
        self._voucher_screen = voucher_screen
        self._text = ""
        self._local: list[Destination] = []
        self._parties: list[Destination] = []
        self._vouchers: list[Destination] = []

    def type(self, text: str) -> None:
        """Look for what is typed now."""
        self._text = text.strip()
        folded = fold_for_search(self._text)
        fixed = self._fixed()
        begins = [each for each in fixed if any(name.startswith(folded) for name in _names(each))]
        holds = [each for each in fixed if any(folded in name for name in _names(each))]
        self._local = [*begins, *(each for each in holds if each not in begins)]
        if not self._text:
            self._parties, self._vouchers = [], []
            self._work.forget("go to parties")
            self._work.forget("go to vouchers")
            self._show()
            return
        self._show()
        parties = FindParties(text=self._text, limit=_MOST_OF_A_KIND)
        self._work.ask(parties, key="go to parties", done=self._found_parties)
        # Loaded when somebody types here: it reads facts, of which the first paint needs none.
        from collectiq_desktop.core.queries.vouchers import FindVouchers

        vouchers = FindVouchers(text=self._text, limit=_MOST_OF_A_KIND)
        self._work.ask(vouchers, key="go to vouchers", done=self._found_vouchers)

    def _found_parties(self, hits: tuple[PartyHit, ...]) -> None:
        self._parties = [
            Destination(
                title=hit.party, place=Place(screen="party", party_id=hit.party_id), party=hit
            )
            for hit in hits
        ]
        self._show()

    def _found_vouchers(self, hits: tuple[VoucherHit, ...]) -> None:
        self._vouchers = [
            Destination(
                title=hit.number,
                place=Place(screen=self._voucher_screen, voucher_id=hit.voucher_id),
                voucher=hit,
            )
            for hit in hits
            if self._voucher_screen
        ]
        self._show()

    def _show(self) -> None:
        local = self._local if not self._text else self._local[:_MOST_OF_A_KIND]
        self._view.show_destinations([*local, *self._parties, *self._vouchers])


def _names(destination: Destination) -> tuple[str, str]:
    """What a destination can be found by."""
    return fold_for_search(destination.title), fold_for_search(destination.also)
