"""Attaching the picture of a paper to its voucher or cheque, and taking in its bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from collectiq_desktop.core.domain.attachments import MAX_BYTES, hash_of, type_of
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import attachments
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import PictureAttached


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachPicture:
    """Attach a picture to a voucher, or to a post-dated cheque.

    Limits: JPEG or PNG of at most 150 KB.
    """

    fact_id: FactId
    about_id: FactId
    content: bytes


@carries_out(AttachPicture)
def attach_picture(writer: Writer, command: AttachPicture, context: Context) -> FactId:
    """Record what the picture is of, and keep its bytes; gives the fact's id.

    Raises:
        BadInput: it is no picture, or too large.
        NotFound: there is no such voucher or cheque.
    """
    if already_recorded(writer, command.fact_id, PictureAttached.__name__):
        attachments.keep(writer.conn, command.content)
        return command.fact_id
    content = command.content
    content_type = type_of(content)
    if content_type is None:
        message = say("This is no picture: choose a photo or scan as JPEG or PNG.")
        raise BadInput(message, field="picture")
    if len(content) > MAX_BYTES:
        message = say(
            "The picture has {size} KB, {most} at most: save it smaller and attach it again.",
            size=-(-len(content) // 1024),
            most=MAX_BYTES >> 10,
        )
        raise BadInput(message, field="picture")
    if not attachments.is_paper(writer, command.about_id):
        message = say("This voucher or cheque is not in the books; look at the list again.")
        raise NotFound(message, field="about")
    body = PictureAttached(
        about_id=command.about_id,
        content_hash=hash_of(content),
        content_type=content_type,
        size_bytes=len(content),
    )
    record(writer, context, body, command.fact_id)
    attachments.keep(writer.conn, content)
    return command.fact_id


def take_in(writer: Writer, contents: Iterable[bytes]) -> int:
    """Keep bytes that another has sent, as far as facts here name them.

    Returns:
        How many were lacking and are here now; others are left.
    """
    named = {
        hash_of(content): content
        for content in contents
        if len(content) <= MAX_BYTES and type_of(content) is not None
    }
    writer.flush_rows()
    known = attachments.named_among(writer.conn, named).keys()
    new = known - attachments.here_among(writer.conn, known)
    for content_hash in sorted(new):
        attachments.keep(writer.conn, named[content_hash])
    return len(new)
