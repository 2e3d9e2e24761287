"""The OpenAPI document: what Litestar knows of the routes, and what our messages are.

Messages are described by the library that reads and writes them, so that the
document cannot differ from what is done.
"""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Litestar

from collectiq_desktop import __version__
from collectiq_desktop.core.wire.joining import Trouble
from collectiq_desktop.core.wire.packing import JSON_TYPE, MEDIA_TYPE
from sync_server import people_api, sync_api
from sync_server.agents import api as agents_api
from sync_server.endpoints import Endpoint

ENDPOINTS = (*sync_api.ENDPOINTS, *people_api.ENDPOINTS, *agents_api.ENDPOINTS)
TITLE = "CollectIQ head office"
_SCHEMAS = "#/components/schemas/{name}"
_REFUSALS = {
    "400": "Not such a message.",
    "401": "A session is needed first.",
    "403": "This device may not.",
    "404": "There is no such firm.",
    "409": "It does not fit what is there; the word says how.",
    "413": "Larger than any message of ours.",
    "415": "Of a form that is not read here.",
    "422": "It does not hash, or is not signed, as it says.",
    "426": "Of a version of the protocol that is not spoken here.",
    "429": "Too many sign-ins from one address.",
    "503": "Come again after the seconds of Retry-After.",
}


def document_of(app: Litestar) -> dict[str, Any]:
    """The whole document, for `/openapi.json`."""
    document: dict[str, Any] = app.openapi_schema.to_schema()
    kinds = [each for end in ENDPOINTS for each in (end.asks, end.gives)]
    _kinds, schemas = msgspec.json.schema_components([*kinds, Trouble], ref_template=_SCHEMAS)
    components = document.setdefault("components", {})
    components.setdefault("schemas", {}).update(_with_formats(schemas))
    components["securitySchemes"] = {"session": {"type": "http", "scheme": "bearer"}}
    for endpoint in ENDPOINTS:
        document["paths"][endpoint.path]["post"] = _operation(endpoint)
    return document


def _with_formats(schema: Any) -> Any:
    """The schema, with the older word for bytes in text beside the newer one."""
    if isinstance(schema, list):
        return [_with_formats(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: _with_formats(each) for name, each in schema.items()}
    return {**told, "format": "byte"} if told.get("contentEncoding") == "base64" else told


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    told = {
        "operationId": endpoint.verb,
        "summary": endpoint.summary,
        "requestBody": {"required": True, "content": _content(endpoint.asks)},
        "responses": {
            "200": {"description": "Done.", "content": _content(endpoint.gives)},
            **{
                status: {"description": why, "content": _content(Trouble)}
                for status, why in _REFUSALS.items()
            },
        },
    }
    return {**told, "security": [{"session": []}]} if endpoint.has_session else told


def _content(kind: type[Any]) -> dict[str, Any]:
    """Both forms of a message; MessagePack has the same shape, with bytes as bytes."""
    schema = {"$ref": _SCHEMAS.format(name=kind.__name__)}
    return {JSON_TYPE: {"schema": schema}, MEDIA_TYPE: {"schema": {"type": "string"}}}


def info() -> tuple[str, str]:
    """The document's title and version."""
    return TITLE, __version__
