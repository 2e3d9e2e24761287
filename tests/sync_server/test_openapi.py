"""The OpenAPI document says what the server does: whatever it allows is answered as it says."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from collectiq_desktop.core.storage import places
from collectiq_desktop.core.wire.packing import JSON_TYPE
from sync_server import people_api
from sync_server.agents import api as agents_api
from sync_server.app import app_of
from sync_server.openapi import ENDPOINTS
from tests.sync_server.headquarters import Headquarters
from tests.sync_server.phones import Phone, Shop
from tests.sync_server.test_sync_api import Api

BYTES = st.one_of(
    st.binary(min_size=16, max_size=16), st.binary(min_size=32, max_size=32), st.binary(max_size=70)
)
schemathesis.openapi.format("byte", BYTES.map(lambda told: base64.b64encode(told).decode()))

OF_PEOPLE = frozenset(each.path for each in (*people_api.ENDPOINTS, *agents_api.ENDPOINTS))
ALWAYS_ANSWERED = ("/v1/agent/round", "/v1/agent/changes", "/v1/agent/day")
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    hq = Headquarters(tmp_path_factory.mktemp("hq"))
    with TestClient(app_of(hq.office)) as http:
        yield Api(hq, http)
    hq.close()


@pytest.fixture(scope="module")
def shop(api: Api) -> Shop:
    """Another firm there, with agents."""
    return Shop(api.hq)


@pytest.fixture
def phone(api: Api, shop: Shop) -> Phone:
    """A phone of an agent who has just signed in; so many may in a minute."""
    api.hq.clock.move(ms=60_000)
    phone = Phone(shop, api.http)
    assert phone.sign_in("Ravi").status_code == 200
    return phone


@pytest.fixture(scope="module")
def document(api: Api) -> dict[str, Any]:
    found: dict[str, Any] = api.http.get("/openapi.json").json()
    return found


def test_every_question_is_in_it_with_its_messages(document: dict[str, Any]) -> None:
    for endpoint in ENDPOINTS:
        operation = document["paths"][endpoint.path]["post"]
        asked = operation["requestBody"]["content"][JSON_TYPE]["schema"]["$ref"]
        given = operation["responses"]["200"]["content"][JSON_TYPE]["schema"]["$ref"]
        assert asked.rpartition("/")[2] == endpoint.asks.__name__
        assert given.rpartition("/")[2] == endpoint.gives.__name__
        assert ("security" in operation) == endpoint.has_session
    assert {"/health", "/ready", "/metrics"} <= set(document["paths"])


def test_every_message_that_is_named_is_described(document: dict[str, Any]) -> None:
    text = msgspec.json.encode(document).decode()
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= set(document["components"]["schemas"])


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("path", [endpoint.path for endpoint in ENDPOINTS])
def test_whatever_the_document_allows_is_answered_as_it_says(
    api: Api, phone: Phone, document: dict[str, Any], path: str, mode: GenerationMode
) -> None:
    """Requests made from the schema, by who is signed in: a device, or an agent on a phone.

    Nothing is recorded.
    """
    who = phone.token if path in OF_PEOPLE else api.sign_in()
    before, statuses = _heads(api, phone), set[int]()
    schema = schemathesis.openapi.from_dict(document)
    operation = schema[path]["POST"]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=30,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        headers = {
            **dict(case.headers or {}),
            "Authorization": f"Bearer {who}",
            "CollectIQ-Device": phone.device.hex(),
            "Content-Type": JSON_TYPE,
            "Accept": JSON_TYPE,
        }
        response = api.http.post(path, content=msgspec.json.encode(case.body), headers=headers)
        statuses.add(response.status_code)
        case.validate_response(response, checks=list(CHECKS))

    ask()
    assert _heads(api, phone) == before
    # What needs no more than to be asked is answered.
    assert mode != GenerationMode.POSITIVE or path not in ALWAYS_ANSWERED or 200 in statuses


def _heads(api: Api, phone: Phone) -> list[int]:
    found = []
    for firm_id in (api.firm_id, phone.shop.firm_id):
        with api.hq.office.firms.using(firm_id) as books, books.reading() as conn:
            found.append(places.cursor(conn).firm_seq)
    return found


def test_the_document_can_be_kept(document: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_bytes(msgspec.json.encode(document))
    assert msgspec.json.decode(path.read_bytes()) == document
