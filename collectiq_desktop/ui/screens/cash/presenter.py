"""Cash hand-overs: counting one in, blind, and what the agent says of it. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import Pieces
from collectiq_desktop.core.queries.custody import HandoverLine, Handovers
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.services.custody import CountedIn, CountInCash, SignCash
from collectiq_desktop.ui.kit import Kit, Place

_KEY, _PEOPLE = "handovers", "handovers people"


class CashView(Protocol):
    """What the presenter tells the screen."""

    def show_handovers(self, lines: Sequence[HandoverLine], *, is_anew: bool) -> None:
        """The hand-overs."""
        ...

    def show_people(self, people: Sequence[EmployeeRow]) -> None:
        """Who may hand over cash."""
        ...

    def show_counted(self, counted: CountedIn) -> None:
        """What was counted, and only now what it should have been."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def close_deed(self) -> None:
        """It is done."""
        ...


class CashPresenter:
    """Asks for the hand-overs and counts in one more."""

    def __init__(self, view: CashView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._is_anew = True
        self._voucher_id = VoucherId(kit.ids.mint())
        self._people: tuple[EmployeeRow, ...] = ()

    def begin(self) -> None:
        """Show the hand-overs."""
        self._is_anew = True
        self.refresh()
        self._kit.work.ask(Employees(), key=_PEOPLE, done=self._took_people)

    def refresh(self) -> None:
        """The hand-overs as they are now."""
        self._kit.work.ask(Handovers(), key=_KEY, done=self._took)

    def books_changed(self, touched: Touched) -> None:
        """One may have been signed."""
        if touched.nouns & {Noun.COLLECTING, Noun.VOUCHER}:
            self.refresh()
        if Noun.EMPLOYEE in touched.nouns:
            self.begin()

    def open(self, line: HandoverLine) -> None:
        """The voucher of a hand-over."""
        self._kit.navigation.go(Place(screen="voucher", voucher_id=line.voucher_id))

    def count_in(
        self, agent_id: UserId, counted: Sequence[Pieces], declared_paise: int | None
    ) -> None:
        """Count in what an agent hands over."""
        command = CountInCash(
            voucher_id=self._voucher_id,
            agent_id=agent_id,
            counted=tuple(counted),
            declared_paise=declared_paise,
        )
        self._kit.work.run(command, done=self._counted, failed=self._failed, initiator=self)

    def needs_words(self, line: HandoverLine) -> bool:
        """Whether the agent must say PIN or password: another one has signed in here."""
        session = self._kit.session
        if session is None or not session.is_needed:
            return False
        return session.who is None or session.who.employee_id != line.agent_id

    def sign(
        self, line: HandoverLine | None, *, is_agreed: bool, note: str = "", words: str = ""
    ) -> None:
        """Note what the agent says of it, who is signed in or says PIN or password."""
        if line is None:
            return
        command = SignCash(
            fact_id=FactId(self._kit.ids.mint()),
            voucher_id=line.voucher_id,
            is_agreed=is_agreed,
            note=note,
        )
        agent = next((each for each in self._people if each.employee_id == line.agent_id), None)
        session, done, failed = self._kit.session, self._signed, self._failed
        if words and agent is not None and session is not None:
            session.act_as(agent, words, command, done=done, failed=failed)
        else:
            self._kit.work.run(command, done=done, failed=failed, initiator=self)

    def _took_people(self, people: tuple[EmployeeRow, ...]) -> None:
        self._people = tuple(sorted(people, key=lambda each: each.employee.role != Role.AGENT))
        self._view.show_people(self._people)

    def _counted(self, counted: CountedIn) -> None:
        self._voucher_id = VoucherId(self._kit.ids.mint())
        self._view.close_deed()
        self._view.show_counted(counted)
        self.refresh()

    def _signed(self, _result: object) -> None:
        self._view.close_deed()
        self.refresh()

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)

    def _took(self, lines: tuple[HandoverLine, ...]) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_handovers(lines, is_anew=is_anew)
