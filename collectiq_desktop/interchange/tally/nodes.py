"""The one shape that XML and JSON objects of Tally are read into.

Tags are lower case and without `.LIST`, so that both forms look alike. What
is empty is not kept: an empty list and a missing one mean the same in Tally.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

OBJECT_TAGS = frozenset(
    {"group", "ledger", "vouchertype", "stockitem", "voucher", "company", "currency", "unit"}
)


@dataclass(slots=True)
class Node:
    """An object or a list member: leaf values by tag, and nested nodes by tag.

    `fields` keeps the first value of a tag, `strings` all values of a list of
    texts, `marks` the attributes of leaves that have any.
    """

    tag: str
    attrs: dict[str, str]
    line: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    strings: dict[str, list[str]] = field(default_factory=dict)
    nodes: dict[str, list[Node]] = field(default_factory=dict)
    marks: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said: `<LEDGER>0</LEDGER>` counts, it names nothing."""
        return not (self.attrs or self.fields or self.nodes)

    def text(self, *tags: str) -> str:
        """The value of the first of these tags that has one, else ""."""
        for tag in tags:
            value = self.fields.get(tag)
            if value:
                return value
        return ""

    def attr(self, name: str) -> str:
        """An attribute's value without spaces around it, "" when missing."""
        return self.attrs.get(name, "").strip()

    def mark(self, tag: str, name: str) -> str:
        """An attribute of a leaf, "" when missing."""
        return self.marks.get(tag, {}).get(name, "").strip()

    def says(self, tag: str) -> bool:
        """Whether a logical is Yes."""
        return self.fields.get(tag, "").casefold() in {"yes", "true", "1"}

    def each(self, *tags: str) -> Iterator[Node]:
        """All nested nodes of these tags, tag by tag."""
        for tag in tags:
            yield from self.nodes.get(tag, ())

    def texts(self, tag: str) -> list[str]:
        """All values of a list of texts: `NAME.LIST/NAME`, `ADDRESS.LIST/ADDRESS`."""
        found: list[str] = []
        for node in self.nodes.get(tag, ()):
            found.extend(node.strings.get(tag, ()))
        return found

    def put_leaf(self, tag: str, value: str, attrs: dict[str, str] | None = None) -> None:
        """Keep a leaf's value, and its attributes where it has any."""
        self.fields.setdefault(tag, value)
        if tag == self.tag:
            self.strings.setdefault(tag, []).append(value)
        if attrs:
            self.marks.setdefault(tag, attrs)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value outside any object: status, company, counters, report rows."""

    tag: str
    text: str
    attrs: dict[str, str]
    parent: str
    line: int
