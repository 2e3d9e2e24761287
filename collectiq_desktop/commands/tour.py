"""`demo-tour`: the whole job on our own sample, step by step, in one folder.

Each step is a call of the command line itself, so that what is shown is what
anybody can type.
"""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.dispatch import answer_to
from collectiq_desktop.commands.grammar import parser
from collectiq_desktop.commands.tour_agents import TOLD_OF_AGENTS
from collectiq_desktop.commands.tour_office import (
    COUNTER,
    OFFICE,
    TourOffice,
    is_there,
    open_office,
)
from collectiq_desktop.core.domain.errors import BadInput, BooksDamaged
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.saying import say

_OURS = ".collectiq-demo"
_TOLD = {OFFICE: ("code", "The code for it, for one use: {}"), COUNTER: ("number", "Recorded: {}")}
_AGENTS_FIRM = ("--parties=60", "--vouchers=900")
_FIRM = (
    "--firm=Navrang Kirana Wholesale",
    "--address=4, Ring Road Market",
    "--address=Surat",
    "--pincode=395002",
    "--state=Gujarat",
    "--phone=60000 00002",
    "--vpa=navrang@examplebank",
    "--bank-name=Example Bank, Surat",
    "--bank-account-number=000987654321",
    "--bank-ifsc=EXAM0000395",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One call: its words, what a machine would get, and what to say of it."""

    words: tuple[str, ...]
    found: Mapping[str, Any]
    sentences: tuple[str, ...]
    program: str = COUNTER


def walk(call: Call) -> Answer:
    """Walk through the whole job; each step is told as soon as it is done."""
    folder = _fresh_folder(Path(call.options.folder))
    tour = _Tour(call, folder)
    return Answer(
        for_machines=lambda: {
            "folder": str(folder),
            "steps": [
                {"program": step.program, "words": list(step.words), "answer": step.found}
                for step in tour.steps()
            ],
            "files": tour.files(),
        },
        for_people=lambda: _told(tour),
    )


def _fresh_folder(folder: Path) -> Path:
    """The folder, emptied; one that the tour did not make is left alone.

    Raises:
        BadInput: something else lies there.
    """
    if folder.exists():
        if not (folder / _OURS).is_file() and any(folder.iterdir()):
            message = say(
                "{folder} holds other files: name an empty place with --folder.", folder=folder
            )
            raise BadInput(message, field="folder")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / _OURS).write_text("Made anew by “collectiq demo-tour”.\n", encoding="utf-8")
    return folder


def _told(tour: _Tour) -> Iterator[str]:
    for step in tour.steps():
        yield f"$ {step.program} {shlex.join(step.words)}"
        yield from (f"  {sentence}" for sentence in step.sentences)
        yield ""
    yield f"All of it is in {tour.folder.resolve()}:"
    yield from (f"  {name}" for name in tour.files())


class _Tour:
    """The steps in order; a later one uses what an earlier one found."""

    def __init__(self, call: Call, folder: Path) -> None:
        self._call = call
        self.folder = folder
        self._books = str(folder / "navrang.collectiq")

    def files(self) -> list[str]:
        """The files of the tour by name."""
        return sorted(p.name for p in self.folder.iterdir() if not p.name.startswith("."))

    def _at(self, name: str) -> str:
        return str(self.folder / name)

    def _call_verb(self, *words: str, books: str = "") -> tuple[tuple[str, ...], dict[str, Any]]:
        full = (words[0], "--books", books or self._books, *words[1:])
        options = parser().parse_args(full)
        answer = answer_to(options, self._call.outside, self._call.notice)
        found = cast("dict[str, Any]", answer.for_machines())
        if answer.exit_code:
            message = say("The step “{words}” failed: {party}", words=words[0], party=found)
            raise BooksDamaged(message)
        return full, found

    def steps(self) -> Iterator[Step]:
        """The steps, each carried out when it is asked for."""
        masters, daybook = self._sample()
        yield self._init()
        dry_run = self._import(masters, daybook, "--dry-run")
        yield dry_run
        owed = format_inr(dry_run.found["debit_paise"] - dry_run.found["credit_paise"])
        yield self._import(masters, daybook, f"--control-total={owed}")
        yield self._import(masters, daybook)
        owing = self._owing()
        yield owing
        late = _latest(owing.found["parties"])
        yield self._receipt(late)
        hindi = _devanagari(owing.found["parties"])
        for party, stem in ((late, "statement"), (hindi, "statement-hindi")):
            yield self._statement(party, stem, "hi" if party is hindi else "en")
        yield self._ageing()
        if is_there():
            yield from self._exchange(late)
        yield from self._agents()
        yield self._verify()

    def _agents(self) -> Iterator[Step]:
        """A firm with agents, and what each list of collecting says of their work."""
        books = self._at("with-agents.collectiq")
        full, found = self._call_verb("demo", *_AGENTS_FIRM, books=books)
        yield Step(
            full, found, (f"{found['firm']}, where {' and '.join(found['agents'])} collect.",)
        )
        for verb, told in TOLD_OF_AGENTS.items():
            full, found = self._call_verb(verb, books=books)
            yield Step(full, found, (told(found),))

    def _exchange(self, party: Mapping[str, Any]) -> Iterator[Step]:
        """A head office beside the shop, a second counter, and money that comes in there."""
        office = open_office(self.folder / "head-office")
        second = self._at("second-counter.collectiq")
        with office.serving():
            words = (*office.placed(OFFICE), *office.run_words)
            served = f"Head office serves at {office.address} until this tour ends."
            yield Step(words, {"address": office.address}, (served,), OFFICE)
            code = _said(office, OFFICE, "create-firm", "--adopt")
            yield code
            yield self._enrolled(office, self._books, code.found["code"])
            code = _said(office, OFFICE, "enrol-code", "Second counter")
            yield code
            yield self._enrolled(office, second, code.found["code"])
            taken = ("receipt", "--books", second, f"--party={party['code']}")
            yield _said(office, COUNTER, *taken, "--amount=1,000", "--mode=cash")
            for books in (second, self._books):
                yield _exchanged(_said(office, COUNTER, "sync", "--books", books))
            yield self._agreement(office, second)
            link = _said(office, OFFICE, "phone-link", f"--address={office.address}")
            told = f"Agents open {link.found['link']} on their phones."
            yield replace(link, sentences=(told,))

    def _enrolled(self, office: TourOffice, books: str, code: str) -> Step:
        words = ("enrol", "--books", books, office.address, code)
        step = _said(office, COUNTER, *words)
        sent, got = step.found["pushed"], step.found["pulled"]
        series = step.found["series_code"]
        told = f"{sent} entries sent, {got} received; its numbers are of series {series}."
        return replace(step, sentences=(told,))

    def _agreement(self, office: TourOffice, second: str) -> Step:
        """What both counters say is owed, which is the same.

        Raises:
            BooksDamaged: it is not.
        """
        steps = [
            _said(office, COUNTER, "outstanding", "--books", books)
            for books in (self._books, second)
        ]
        here_paise, there_paise = (step.found["total_paise"] for step in steps)
        if here_paise != there_paise:
            message = say(
                "The step “{words}” failed: {party}", words="sync", party=there_paise - here_paise
            )
            raise BooksDamaged(message)
        told = (
            f"The parties owe {format_dr_cr(there_paise)} at the first counter and at the second."
        )
        return replace(steps[1], sentences=(told,))

    def _sample(self) -> tuple[str, str]:
        from collectiq_desktop.interchange.samples import make_sample

        sample = make_sample(self._call.today_on)
        masters, daybook = self._at("Master.xml"), self._at("DayBook.xml")
        Path(masters).write_bytes(sample.masters_utf16)
        Path(daybook).write_bytes(sample.daybook_utf16)
        return masters, daybook

    def _init(self) -> Step:
        full, found = self._call_verb("init", *_FIRM)
        return Step(full, found, (f"New, empty books for {found['firm']}.",))

    def _import(self, *words: str) -> Step:
        full, found = self._call_verb("import", *words)
        owed = format_dr_cr(found["debit_paise"] - found["credit_paise"])
        counts = (
            f"{found['read']} documents read, {found['accepted']} accepted: {found['new']} new, "
            f"{found['unchanged']} as before, {len(found['rejected'])} rejected. "
            f"The parties owe {owed}."
        )
        left_out = found["not_counted"] if found["dry_run"] else ()
        told = (f"Not counted: {one['number']}: {one['reason']}" for one in left_out)
        return Step(full, found, (counts, *told))

    def _owing(self) -> Step:
        full, found = self._call_verb("outstanding")
        late = sum(
            bill["open_paise"]
            for party in found["parties"]
            for bill in party["bills"]
            if bill["overdue_days"]
        )
        sentence = (
            f"{len(found['parties'])} parties owe {format_dr_cr(found['total_paise'])}, "
            f"of which {format_inr(late)} is overdue."
        )
        return Step(full, found, (sentence,))

    def _receipt(self, party: Mapping[str, Any]) -> Step:
        full, found = self._call_verb(
            "receipt",
            f"--party={party['code']}",
            "--amount=5,000",
            "--mode=upi",
            "--reference=612345678901",
            f"--pdf={self._at('receipt.pdf')}",
            "--paper=80mm",
        )
        bills = ", ".join(bill["number"] for bill in found["bills"]) or "no bill"
        done = (
            f"{found['number']}: {format_inr(found['amount_paise'])} from {found['party']}, "
            f"set against {bills}; balance now {format_dr_cr(found['balance_paise'])}."
        )
        return Step(full, found, (done, f"Written: {self._at('receipt.pdf')}"))

    def _statement(self, party: Mapping[str, Any], stem: str, language: str) -> Step:
        full, found = self._call_verb(
            "statement",
            f"--party={party['code']}",
            f"--language={language}",
            f"--pdf={self._at(stem + '.pdf')}",
            f"--xlsx={self._at(stem + '.xlsx')}",
        )
        told = say(
            "{party}: {lines} lines, closing {closing}.",
            party=found["party"],
            lines=len(found["lines"]),
            closing=format_dr_cr(found["closing_paise"]),
        )
        return Step(full, found, (told, *(f"Written: {place}" for place in found["files"])))

    def _ageing(self) -> Step:
        full, found = self._call_verb("ageing")
        labels = zip(found["labels"], found["buckets_paise"], strict=True)
        strip = "; ".join(f"{label}: {format_inr(paise)}" for label, paise in labels)
        on_account = format_dr_cr(found["on_account_paise"])
        total = format_dr_cr(found["total_paise"])
        return Step(full, found, (f"Days overdue {strip}", f"On account {on_account}, all {total}"))

    def _verify(self) -> Step:
        full, found = self._call_verb("verify")
        names = ", ".join(check["name"] for check in found["checks"])
        return Step(full, found, (f"{found['facts']} facts proved: {names}.",))


def _said(office: TourOffice, program: str, *words: str) -> Step:
    """One call of a verb beside the head office, with what it found out said briefly."""
    found = office.found(program, *words)
    name, told = _TOLD[program]
    sentences = (told.format(found[name]),) if name in found else ()
    return Step((*office.placed(program), *words), found, sentences, program)


def _exchanged(step: Step) -> Step:
    told = f"{step.found['pushed']} sent, {step.found['pulled']} received, none left to send."
    return replace(step, sentences=(told,))


def _latest(parties: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The party in Latin letters with most money overdue."""
    latin = [party for party in parties if party["party"].isascii()]
    return max(latin, key=_overdue_paise)


def _overdue_paise(party: Mapping[str, Any]) -> int:
    return sum(bill["open_paise"] for bill in party["bills"] if bill["overdue_days"])


def _devanagari(parties: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The first party whose name is written in Devanagari."""
    return next(p for p in parties if any("ऀ" <= char <= "ॿ" for char in p["party"]))
