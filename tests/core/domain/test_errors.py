from __future__ import annotations

import pytest

from collectiq_desktop.core.domain import errors
from collectiq_desktop.core.domain.errors import (
    BadInput,
    BooksBusy,
    BooksDamaged,
    BooksFull,
    BooksReadOnly,
    BooksTooNew,
    BooksTrouble,
    Clash,
    CollectIQError,
    ImportRefused,
    NotBooks,
    NotFound,
    Refused,
)
from collectiq_desktop.core.domain.saying import say


@pytest.mark.parametrize("kind", [BadInput, NotFound, Clash, ImportRefused])
def test_what_a_person_can_put_right_is_refused(kind: type[CollectIQError]) -> None:
    assert issubclass(kind, Refused)
    assert not issubclass(kind, BooksTrouble)


@pytest.mark.parametrize(
    "kind", [NotBooks, BooksTooNew, BooksReadOnly, BooksFull, BooksBusy, BooksDamaged]
)
def test_what_the_machine_does_not_let_us_do_is_trouble(kind: type[CollectIQError]) -> None:
    assert issubclass(kind, BooksTrouble)
    assert not issubclass(kind, Refused)


def test_every_error_shows_its_sentence_and_its_field() -> None:
    error = BadInput(say("The amount is missing."), field="amount")
    assert (str(error), error.message, error.field) == (
        "The amount is missing.",
        "The amount is missing.",
        "amount",
    )
    assert CollectIQError(say("No.")).field is None


def test_a_refused_import_has_a_stable_name() -> None:
    error = ImportRefused("lossy_names", say("Letters were lost."))
    assert (error.finding, error.message, error.field) == (
        "lossy_names",
        "Letters were lost.",
        None,
    )


def test_every_error_of_the_module_is_one_of_ours() -> None:
    classes = [
        each
        for each in vars(errors).values()
        if isinstance(each, type) and each.__module__ == errors.__name__
    ]
    assert len(classes) >= 13
    assert all(issubclass(each, CollectIQError) for each in classes)
