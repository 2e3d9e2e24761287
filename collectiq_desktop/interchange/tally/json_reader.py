"""TallyPrime's JSON, file form and reply form, in the shape of `nodes`.

Objects are decoded one by one, so that a long list costs no more than its
text. Numbers stay text: no float is ever made of an amount.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.tally.nodes import OBJECT_TAGS, Leaf, Node
from collectiq_desktop.interchange.tally.xml_reader import FileTrouble

_ARRAY = re.compile(r'"(tallymessage|collection)"\s*:\s*\[', re.IGNORECASE)
_GAP = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder(strict=False, parse_float=str, parse_int=str, parse_constant=str)


def read_json(text: str) -> Iterator[Node | Leaf]:
    """Objects and loose values, in the order of the file.

    Raises:
        FileTrouble: the text is cut off or is not JSON.
    """
    match = _ARRAY.search(text)
    if match is None:
        yield from _walk(_decode(text, 0)[0], "", "", 1)
        return
    # The frame around the list is read with the list taken out.
    start = match.end()
    yield Leaf(match[1].lower(), "", {}, "", 1)
    position = _after_gap(text, start)
    line, counted_to = 1 + text.count("\n", 0, position), position
    while text[position : position + 1] != "]":
        line += text.count("\n", counted_to, position)
        counted_to = position
        value, end = _decode(text, position)
        yield from _walk(value, "", match[1].lower(), line)
        position = _after_gap(text, end)
    yield from _walk(_decode(text[:start] + text[position:], 0)[0], "", "", 1)


def _after_gap(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _decode(text: str, position: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, _after_gap(text, position))
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip()) or "Unterminated string" in error.msg
        finding = Finding.TRUNCATED_FILE if is_cut else Finding.MALFORMED_JSON
        raise FileTrouble(finding, error.lineno, error.msg) from error


def _walk(value: Any, tag: str, parent: str, line: int) -> Iterator[Node | Leaf]:
    """Objects inside any frame of lists and dictionaries; the rest as leaves."""
    if isinstance(value, list):
        for one in value:
            yield from _walk(one, tag, parent, line)
    elif isinstance(value, dict):
        node = _object(value, line)
        if node is not None:
            yield node
        elif isinstance(value.get("name"), str) and set(value) == {"name", "value"}:
            yield Leaf(_tag(value["name"]), _scalar(value["value"]) or "", {}, parent, line)
        else:
            for key, one in value.items():
                yield from _walk(one, _tag(key), tag, line)
    elif text := _scalar(value):
        yield Leaf(tag, text, {}, parent, line)


def _object(value: dict[str, Any], line: int) -> Node | None:
    meta = value.get("metadata")
    if not isinstance(meta, dict) or _tag(str(meta.get("type", ""))) not in OBJECT_TAGS:
        return None
    attrs = {key.upper().replace("_", ""): _scalar(one) or "" for key, one in meta.items()}
    tag = _tag(attrs.pop("TYPE"))
    node = Node(tag, attrs, line)
    _fill(node, value)
    return node


def _fill(node: Node, value: dict[str, Any]) -> None:
    for key, one in value.items():
        if key == "metadata":
            continue
        tag = _tag(key)
        if isinstance(one, list):
            _fill_list(node, tag, one)
        elif isinstance(one, dict) and "value" not in one:
            child = Node(tag, {}, node.line)
            _fill(child, one)
            if not child.is_empty:
                node.nodes.setdefault(tag, []).append(child)
        elif text := _scalar(one):
            marks = _leaf_marks(one)
            node.put_leaf(tag, text, marks)


def _fill_list(node: Node, tag: str, members: list[Any]) -> None:
    texts = Node(tag, {}, node.line)
    for one in members:
        if isinstance(one, dict) and one.get("metadata") is True:
            continue
        if isinstance(one, dict) and "value" not in one:
            child = Node(tag, {}, node.line)
            _fill(child, one)
            if not child.is_empty:
                node.nodes.setdefault(tag, []).append(child)
        elif text := _scalar(one):
            texts.put_leaf(tag, text)
    if texts.fields:
        node.nodes.setdefault(tag, []).append(texts)


def _leaf_marks(value: Any) -> dict[str, str] | None:
    if not isinstance(value, dict):
        return None
    marks = {key.upper(): _scalar(one) or "" for key, one in value.items() if key != "value"}
    return marks or None


def _tag(key: str) -> str:
    return key.lower().removesuffix(".list").replace("_", "").replace(" ", "")


def _scalar(value: Any) -> str | None:
    if isinstance(value, dict):
        return _scalar(value.get("value"))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value.strip() if isinstance(value, str) else None
