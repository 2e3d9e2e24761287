"""What can go wrong, divided by who must act.

`Refused` is the clerk's to put right, `BooksTrouble` the machine's; anything
else that is raised is a bug and goes to the crash report. Every message is a
whole sentence in the user's words and says what to do. No SQL, no traceback,
no secret, no phone number in a message.
"""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.saying import Sentence


class CollectIQError(Exception):
    """The root of every error that a person may see as it is.

    `str(error)` is its English text and nothing else, for machines and logs.

    Args:
        message: a whole sentence for the person, with the way out.
        field: the name of the input that it is about, where there is one.
    """

    def __init__(self, message: Sentence, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Refused(CollectIQError):
    """A rule of the trade or of the books says no; nothing was written."""


class BadInput(Refused):
    """What was typed or read cannot be understood."""


class NotFound(Refused):
    """The party, voucher, bill or file named is not there."""


class Clash(Refused):
    """Somebody else changed the same thing first, or an id was used twice."""


class DayNotAllowed(Refused):
    """A voucher bears a day that its author may not date, or a locked one.

    Somebody who may can let it: one from `from_on` on.
    """

    def __init__(self, message: Sentence, *, from_on: date) -> None:
        super().__init__(message, field="on")
        self.from_on = from_on


class ImportRefused(Refused):
    """A file as a whole cannot be taken in; `finding` is its stable name."""

    def __init__(self, finding: str, message: Sentence) -> None:
        super().__init__(message)
        self.finding = finding


class BooksTrouble(CollectIQError):
    """The file or the machine under the books does not let us work."""


class NotBooks(BooksTrouble):
    """The file is not a CollectIQ file."""


class BooksTooNew(BooksTrouble):
    """The file was written by a newer CollectIQ."""


class BooksReadOnly(BooksTrouble):
    """The file, or the folder it lies in, cannot be written."""


class BooksFull(BooksTrouble):
    """The disk is full."""


class BooksBusy(BooksTrouble):
    """Another program is writing these books."""


class BooksAway(BooksTrouble):
    """The database server that holds the books does not answer."""


class BooksDamaged(BooksTrouble):
    """The file does not hold what its own checks promise."""
