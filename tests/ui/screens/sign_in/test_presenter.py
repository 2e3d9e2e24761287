from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.signing_in import SignedIn, set_password
from collectiq_desktop.demo.naming import DEMO_PASSWORD
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.sign_in import presenter
from collectiq_desktop.ui.screens.sign_in.presenter import SignInPresenter
from collectiq_desktop.ui.session import Session
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks

WORDS = "mango season 26"


@dataclass
class View:
    names: list[str] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    trying: list[bool] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)

    def show_password(self, password: str) -> None:
        self.passwords.append(password)

    def show_names(self, rows: Sequence[EmployeeRow]) -> None:
        self.names = [row.employee.name for row in rows]

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, str(sentence)))

    def show_trying(self, *, is_trying: bool) -> None:
        self.trying.append(is_trying)


@dataclass
class Ways:
    places: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, place: Place) -> None:
        self.places.append(place)

    def back(self) -> None:
        self.places.append(Place(screen="back"))

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        assert not is_bad
        self.said.append(sentence)


@dataclass
class Front:
    """A presenter with what it speaks to."""

    presenter: SignInPresenter
    view: View
    ways: Ways
    session: Session
    row: EmployeeRow


@pytest.fixture
def front(plain_books: PlainBooks, inline: InlineDesk) -> Front:
    admin = employ(plain_books, "Asha", Role.ADMIN)
    with plain_books.books.writing(by=admin) as (writer, context):
        set_password(writer, context, admin, WORDS)
    plain_books.books.acting = None
    session, ways, view = Session(inline, lambda: b"s" * 32), Ways(), View()
    kit = Kit(
        work=inline,
        clock=plain_books.clock,
        ids=plain_books.ids,
        navigation=ways,
        session=session,
    )
    session.look(plain_books.books)
    made = SignInPresenter(view, kit)
    made.begin()
    return Front(made, view, ways, session, plain_books.ask(Employees())[0])


def test_a_name_and_words_are_needed(front: Front) -> None:
    front.presenter.sign_in(None, WORDS)
    front.presenter.sign_in(front.row, "")
    assert front.view.names == ["Asha"]
    assert front.view.problems == [
        ("name", presenter.NO_NAME),
        ("words", presenter.NO_WORDS),
    ]


def test_wrong_words_leave_the_window_locked(front: Front, plain_books: PlainBooks) -> None:
    front.presenter.sign_in(front.row, "wrong words")
    assert "do not go together" in front.view.problems[0][1]
    assert front.session.is_locked
    assert plain_books.books.acting is None
    assert front.view.trying == [True, False]


def test_a_password_signs_in_and_a_pin_is_offered_until_one_is_set(
    front: Front, plain_books: PlainBooks
) -> None:
    front.presenter.sign_in(front.row, WORDS)
    assert plain_books.books.acting == front.row.employee_id
    assert front.ways.places == [Place(screen="sign_in", text="pin")]
    front.presenter.set_pin("2580", "2581")
    front.presenter.set_pin("1234", "1234")
    assert [name for name, _said in front.view.problems] == ["again", "pin"]
    front.presenter.set_pin("2580", "2580")
    assert front.ways.said == [presenter.PIN_IS_SET]
    for words in ("2580", WORDS):
        front.session.sign_out()
        assert _is_locked(front)
        front.presenter.sign_in(front.row, words)
        assert not _is_locked(front)
    assert len(front.ways.places) == 2


def _is_locked(front: Front) -> bool:
    return front.session.is_locked


def test_books_to_try_things_on_open_with_their_owner_and_tell_the_password(
    plain_books: PlainBooks, inline: InlineDesk
) -> None:
    own_id = plain_books.books.identity.user_id
    owner = Employee(name="Umesh", role=Role.ADMIN)
    plain_books.run(AddEmployee(employee_id=own_id, employee=owner))
    session, view = Session(inline, bytes), View()
    session.look(plain_books.books)
    assert session.who == SignedIn(own_id, owner)
    kit = Kit(
        work=inline,
        clock=plain_books.clock,
        ids=plain_books.ids,
        navigation=Ways(),
        session=session,
    )
    session.lock()
    assert session.is_locked
    SignInPresenter(view, kit).begin()
    assert view.passwords == [DEMO_PASSWORD]


def test_no_password_is_told_in_the_books_of_a_shop(front: Front) -> None:
    assert front.view.passwords == [""]
