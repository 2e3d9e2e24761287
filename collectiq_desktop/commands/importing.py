"""`import` and `batches`: other programs' files taken in, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from collectiq_desktop.commands.answering import Answer, Call, write_file
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import count_text, moment_text
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput, ImportRefused, NotFound
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.imports import Batches, BatchLine
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.interchange.files import is_sheet
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.importing import (
    ImportOptions,
    ImportReport,
    digest_of_files,
    import_into,
    known_to,
    undo_import,
)
from collectiq_desktop.interchange.rows import Complaint, Reading
from collectiq_desktop.interchange.spreadsheets.grid import SheetTrouble, read_grid
from collectiq_desktop.interchange.spreadsheets.mapping import load_mapping, text_of_mapping
from collectiq_desktop.interchange.spreadsheets.reading import read_sheet
from collectiq_desktop.interchange.spreadsheets.suggest import suggest_mapping
from collectiq_desktop.interchange.tally.reading import read_tally

_SHOWN = 30


def take_in(call: Call) -> Answer:
    """Import files, or undo an import."""
    options = call.options
    if options.undo is not None:
        return _undone(call)
    paths = [Path(name) for name in options.files]
    _check(paths)
    if options.suggest_mapping is not None:
        return _suggested(paths, Path(options.suggest_mapping))
    with call.books() as books:
        readings = _readings(call, books, paths)
        control = call.paise("control_total") if options.control_total is not None else None
        with shown_progress("Writing") as progress:
            wanted = ImportOptions(
                today_on=call.today_on,
                is_dry_run=options.dry_run,
                control_total_paise=control,
                accept_company=options.accept_company,
                digest=digest_of_files(paths),
                progress=progress,
            )
            try:
                report = import_into(books, readings, wanted)
            except ImportRefused as refusal:
                raise _with_way_out(refusal) from refusal
    return Answer(for_machines=report.to_json, for_people=lambda: _lines(report))


def _with_way_out(refusal: ImportRefused) -> ImportRefused:
    """The refusal, with the option of this command line that accepts it."""
    if refusal.finding != Finding.WRONG_COMPANY.value:
        return refusal
    return ImportRefused(
        refusal.finding, say("{message} (Here: --accept-company.)", message=refusal.message)
    )


def _suggested(paths: list[Path], place: Path) -> Answer:
    """A mapping to begin with, from the headers of one spreadsheet."""
    if len(paths) != 1 or not is_sheet(paths[0]):
        message = say("A mapping is suggested for one spreadsheet at a time; name just that file.")
        raise BadInput(message, field="files")
    try:
        found = suggest_mapping(read_grid(paths[0]), source=paths[0].stem)
    except SheetTrouble as trouble:
        raise ImportRefused(trouble.finding.value, trouble.detail) from trouble
    text = text_of_mapping(found.mapping)
    written = write_file(place, text.encode())
    unused = ", ".join(found.unused)
    return Answer(
        for_machines=lambda: {
            "mapping": written,
            "kind": found.mapping.kind.value,
            "unused": list(found.unused),
        },
        for_people=lambda: [
            f"Written: {written}",
            f"It reads {paths[0].name} as {found.mapping.kind.value.replace('_', ' ')}.",
            f"Columns left out: {unused}." if unused else "Every column is used.",
            "Look it through and correct it; then: collectiq import --dry-run --mapping FILE SHEET",
        ],
    )


def _check(paths: list[Path]) -> None:
    if not paths:
        message = say("Which files? Name the exports to import: masters, day books, spreadsheets.")
        raise BadInput(message, field="files")
    for path in paths:
        if not path.is_file():
            message = say("There is no file {path}. Check the name, or export it again.", path=path)
            raise NotFound(message, field="files")


def _readings(call: Call, books: Books, paths: list[Path]) -> list[Reading]:
    """What the files hold; exports of Tally belong together in one reading."""
    sheets = [path for path in paths if is_sheet(path)]
    exports = [path for path in paths if path not in sheets]
    readings = []
    with shown_progress("Reading", " letters") as progress:
        known = known_to(books)
        if exports:
            readings.append(read_tally(exports, known, on_progress=_meter(exports, progress)))
        if sheets:
            mapping = load_mapping(_mapping_path(call, sheets[0]))
            readings += [
                read_sheet(path, mapping, known_parties=known.known_parties) for path in sheets
            ]
    return readings


def _meter(paths: list[Path], progress: Progress) -> Callable[[int], None]:
    """Tells how far reading has come, of about as many letters as there are bytes."""
    total = sum(path.stat().st_size for path in paths)
    done = 0

    def tell(letters: int) -> None:
        nonlocal done
        done = min(done + letters, total)
        progress(done, total)

    return tell


def _mapping_path(call: Call, sheet: Path) -> Path:
    if call.options.mapping is None:
        message = say(
            "{name} is a spreadsheet: say with --mapping FILE which column is what "
            "(--suggest-mapping FILE writes one to begin with).",
            name=sheet.name,
        )
        raise BadInput(message, field="mapping")
    path = Path(call.options.mapping)
    if not path.is_file():
        message = say("There is no mapping file {path}. Check the name.", path=path)
        raise NotFound(message, field="mapping")
    return path


def _lines(report: ImportReport) -> Iterator[str]:
    yield "Dry run: nothing was written." if report.is_dry_run else "Import"
    if report.company:
        yield f"Company:      {report.company}"
    yield f"Files:        {', '.join(report.files)}"
    outcomes = [f"{report.new} new"]
    outcomes += [f"{report.amended} changed"] if report.amended else []
    outcomes += [f"{report.unchanged} as before"] if report.unchanged else []
    yield f"Read:         {count_text(report.read, 'document')}"
    yield f"Accepted:     {report.accepted} ({', '.join(outcomes)})"
    yield f"Not counted:  {len(report.not_counted)}"
    yield from _first([f"{one.number}: {one.reason}" for one in report.not_counted])
    yield f"Rejected:     {len(report.rejected)}"
    yield from _first(_told(report.rejected))
    if report.warnings:
        yield f"To look at:   {len(report.warnings)}"
        yield from _first(_told(report.warnings))
    owed = format_dr_cr(report.debit_paise - report.credit_paise)
    yield (
        f"Parties:      {format_inr(report.debit_paise)} Dr, "
        f"{format_inr(report.credit_paise)} Cr, they owe {owed}"
    )
    if report.control is not None:
        difference = report.control.difference_paise
        agrees = "agrees" if not difference else f"differs by {format_inr(difference)}"
        yield f"Control:      {format_inr(report.control.expected_paise)} {agrees}"
    yield from _ending(report)


def _ending(report: ImportReport) -> Iterator[str]:
    if report.batch is not None:
        yield f"Batch:        {report.batch.hex()}"
    elif report.is_dry_run and report.new + report.amended:
        yield "To write it, leave --dry-run out."
    elif not report.is_dry_run:
        yield "Nothing was new, so nothing was written."


def _told(complaints: Iterable[Complaint]) -> list[str]:
    return [f"{one.where}: {one.reason}" for one in complaints]


def _first(sentences: list[str]) -> Iterator[str]:
    """The first few; --json has them all."""
    for sentence in sentences[:_SHOWN]:
        yield f"  {sentence}"
    if len(sentences) > _SHOWN:
        yield f"  … and {len(sentences) - _SHOWN} more; --json lists them all"


def _undone(call: Call) -> Answer:
    options = call.options
    if options.files or not options.reason:
        message = say("To undo an import, give its batch and --reason, and no file.")
        raise BadInput(message, field="undo")
    with call.books() as books:
        line = _batch_named(books.ask(Batches()), options.undo)
        undo_import(books, line.batch_id, options.reason)
    batch = line.batch_id.hex()
    count = count_text(line.vouchers_count, "voucher")
    return Answer(
        for_machines=lambda: {
            "batch": batch,
            "is_undone": True,
            "vouchers": line.vouchers_count,
        },
        for_people=lambda: [f"Import {batch} is undone: {count} taken back."],
    )


def _batch_named(lines: tuple[BatchLine, ...], text: str) -> BatchLine:
    """The batch whose id begins with a text."""
    wanted = text.strip().lower()
    found = [line for line in lines if len(wanted) >= 4 and line.batch_id.hex().startswith(wanted)]
    if len(found) != 1:
        message = say("There is no import “{text}”; “collectiq batches” lists them.", text=text)
        raise NotFound(message, field="undo")
    return found[0]


def batches(call: Call) -> Answer:
    """The imports, newest first."""
    with call.books() as books:
        lines: tuple[BatchLine, ...] = books.ask(Batches())
    columns = (left("Batch"), left("When"), left("Source"), right("Vouchers"), left("State"))

    def cells(line: BatchLine) -> tuple[str, ...]:
        when = moment_text(line.recorded_at)
        state = "undone" if line.is_undone else ""
        return (line.batch_id.hex(), when, line.source, f"{line.vouchers_count}", state)

    return Answer(
        for_machines=lambda: {
            "batches": [
                {
                    "batch": line.batch_id.hex(),
                    "source": line.source,
                    "recorded_at": line.recorded_at,
                    "vouchers": line.vouchers_count,
                    "is_undone": line.is_undone,
                }
                for line in lines
            ]
        },
        for_people=lambda: (
            table(columns, map(cells, lines)) if lines else ["Nothing was imported yet."]
        ),
    )
