"""`attach` and `pictures`: photos of cheques and slips, kept with their voucher."""

from __future__ import annotations

from pathlib import Path

from collectiq_desktop.commands.answering import Answer, Call, write_file
from collectiq_desktop.core.domain.attachments import MAX_BYTES
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.core.queries.exporting import MayExport
from collectiq_desktop.core.queries.vouchers import ResolveVoucher, VoucherHit
from collectiq_desktop.core.services.attachments import AttachPicture

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


def attach(call: Call) -> Answer:
    """Attach a picture to one voucher."""
    content = _content(Path(call.options.file))
    with call.books() as books:
        hit: VoucherHit = books.ask(ResolveVoucher(text=call.options.number))
        about_id, fact_id = FactId(hit.voucher_id), FactId(call.new_id())
        books.run(AttachPicture(fact_id=fact_id, about_id=about_id, content=content))
        count = len(books.ask(AttachmentsOf(about_id=about_id)))
    return Answer(
        for_machines=lambda: {"id": fact_id.hex(), "number": hit.number, "pictures": count},
        for_people=lambda: [f"{hit.number} of {hit.party} now has {_counted(count)}."],
    )


def pictures(call: Call) -> Answer:
    """List the pictures of a voucher, and write them as files if asked."""
    with call.books() as books:
        if call.options.to is not None:
            books.ask(MayExport())
        hit: VoucherHit = books.ask(ResolveVoucher(text=call.options.number))
        found = books.ask(AttachmentsOf(about_id=FactId(hit.voucher_id)))
    rows = []
    for n, each in enumerate(found, start=1):
        name = f"{hit.number.replace('/', '-')}-{n}.{_ENDINGS.get(each.content_type, 'bin')}"
        is_written = call.options.to is not None and each.content is not None
        file = write_file(Path(call.options.to) / name, each.content or b"") if is_written else None
        row = {"name": name, "size_bytes": each.size_bytes, "is_here": each.content is not None}
        rows.append({**row, "file": file})
    return Answer(
        for_machines=lambda: {"number": hit.number, "pictures": rows},
        for_people=lambda: [
            f"{hit.number} of {hit.party} has {_counted(len(rows))}.",
            *(
                f"  {row['file'] or row['name']}  {-(-int(str(row['size_bytes'])) // 1024)} KB"
                + ("" if row["is_here"] else "  (comes with the next exchange)")
                for row in rows
            ),
        ],
    )


def _content(path: Path) -> bytes:
    """What is in the file; no more of it than shows that it is too large.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        message = say(
            "{path} was not read: {reason}. Choose another file.", path=path, reason=reason
        )
        raise BadInput(message, field="file") from error


def _counted(count: int) -> str:
    return f"{count} picture" if count == 1 else f"{count or 'no'} pictures"
