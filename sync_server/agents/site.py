"""The phone's app as files, and the public page by which anybody verifies a receipt.

The app is read once, when a worker starts. Nothing in it or around it comes
from elsewhere: the browser is told to load, and to send to, this server alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import NamedTuple

import msgspec
from anyio import to_thread
from defusedxml import ElementTree
from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.queries.public_receipts import public_receipt
from collectiq_desktop.documents.reminder import reminder_phrases
from sync_server.agents.refs import parsed_code, ref_of
from sync_server.bodies import AnyRequest
from sync_server.guards import GUARDS
from sync_server.sync_api import Office

_FOLDER = Path(__file__).with_name("web")
_FIRST_PAGE = "index.html"
_WORKER = "sw.js"
_VERSION_CHARS = 16
_TYPES: Mapping[str, str] = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_APP = {**GUARDS, "Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
_NOT_FOUND = 404


class AppFile(NamedTuple):
    """One file of the app."""

    content: bytes
    media_type: str


def app_files(folder: Path = _FOLDER) -> dict[str, AppFile]:
    """The files of the app by their names; the worker names them all, and their version."""
    found = {
        path.relative_to(folder).as_posix(): AppFile(path.read_bytes(), _TYPES[path.suffix])
        for path in sorted(folder.rglob("*"))
        if path.suffix in _TYPES
    }
    found |= {
        f"words/said_{path.stem.rpartition('_')[2]}.json": AppFile(_said(path), _TYPES[".json"])
        for path in _sentences(folder)
    }
    phrases = msgspec.json.encode(reminder_phrases())
    found["words/reminders.json"] = AppFile(phrases, _TYPES[".json"])
    told = hashlib.sha256()
    for name, file in found.items():
        told.update(name.encode() + b"\0" + file.content + b"\0")
    version = told.hexdigest()[:_VERSION_CHARS]
    names = ["./", *(name for name in found if name not in {_WORKER, _FIRST_PAGE})]
    script = found[_WORKER].content.decode()
    script = script.replace("@VERSION@", version)
    script = script.replace("@FILES@", msgspec.json.encode(names).decode())
    return {**found, _WORKER: AppFile(script.encode(), _TYPES[".js"])}


def _sentences(folder: Path) -> list[Path]:
    """What translators wrote of the core: beside the words where installed, else as it is kept."""
    kept = folder.parents[2] / "resources" / "translations"
    own, usual = (sorted(each.glob("sentences_*.ts")) for each in (folder / "words", kept))
    return own or usual


def _said(path: Path) -> bytes:
    """What the core says, in another language: its templates as translators wrote them."""
    messages = ElementTree.parse(path).iter("message")
    told = {each.findtext("source") or "": each.findtext("translation") or "" for each in messages}
    return msgspec.json.encode({template: words for template, words in told.items() if words})


def site_handlers(office: Office) -> list[HTTPRouteHandler]:
    """The app's files, and the page of a receipt."""
    files = app_files()

    def file_at(name: str) -> Response[bytes]:
        file = files.get(name or _FIRST_PAGE)
        if file is None:
            missing = {**_APP, "Cache-Control": "no-store"}
            return Response(b"", status_code=_NOT_FOUND, headers=missing, media_type="text/plain")
        return Response(file.content, headers=_APP, media_type=file.media_type)

    @get(["/a", "/a/{name:path}"], include_in_schema=False, sync_to_thread=False)
    def app_file(request: AnyRequest) -> Response[bytes]:
        return file_at(str(request.path_params.get("name", "")).lstrip("/"))

    @get("/v/{code:str}", include_in_schema=False)
    async def receipt_page(request: AnyRequest) -> Response[str]:
        code = str(request.path_params["code"])
        page, status = await to_thread.run_sync(_page_of, office, code, limiter=office.threads)
        headers = {
            **GUARDS,
            "Content-Security-Policy": "default-src 'none'; style-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Robots-Tag": "noindex",
        }
        return Response(page, status_code=status, headers=headers, media_type="text/html")

    return [app_file, receipt_page]


def _page_of(office: Office, code: str) -> tuple[str, int]:
    """The page of a receipt; it tells firm, number, date and amount, and nothing of the party."""
    told = parsed_code(code)
    for firm_id in office.firms.tagged(told[0]) if told is not None else ():
        assert told is not None
        try:
            with office.firms.using(firm_id) as books, books.reading() as conn:
                found = public_receipt(conn, VoucherId(told[1]))
        except CollectIQError:
            continue
        if found is not None:
            state = "" if found.is_standing else "<p class='notice bad'>Cancelled / रद्द</p>"
            body = (
                f"<p class='stamp good'>✓</p><h1>{escape(found.firm)}</h1>"
                f"<p class='big num'>{escape(format_inr(found.amount_paise))}</p>"
                f"<p>{escape(format_date(found.on))}</p><p class='ref'>{escape(found.number)}</p>"
                f"<p class='muted'>Ref {ref_of(told[1])}</p>{state}"
            )
            return _page(body), 200
    return _page(_UNKNOWN), _NOT_FOUND


_UNKNOWN = (
    "<p class='stamp bad'>?</p><p>No receipt is known by this code. One that was just given "
    "arrives when the collector's phone next has a line; look again later.</p>"
    "<p lang='hi'>इस कोड की कोई रसीद नहीं मिली। अभी दी गई रसीद लाइन आने पर पहुँचती है; बाद में देखें।</p>"
)


def _page(body: str) -> str:
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<title>Receipt</title><link rel='stylesheet' href='/a/style.css'></head>"
        f"<body><main class='done'>{body}</main></body></html>"
    )
