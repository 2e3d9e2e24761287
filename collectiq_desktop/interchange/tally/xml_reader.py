"""Tally's XML as a stream of objects and of loose values around them.

Expat is driven directly: it needs no more memory than one object, tells the
line, and does not mind prefixes that nobody declared. A document type or an
entity is refused before it can do anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.parsers import expat

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.tally.nodes import OBJECT_TAGS, Leaf, Node

_CUT_CODES = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
_COUNTS = "cmpinfo"


class FileTrouble(Exception):
    """The file as a whole cannot be read on; what came before it has been given."""

    def __init__(self, finding: Finding, line: int, detail: str) -> None:
        super().__init__(detail)
        self.finding = finding
        self.line = line
        self.detail = detail


def read_xml(pieces: Iterable[str]) -> Iterator[Node | Leaf]:
    """Objects and loose values, in the order of the file.

    Raises:
        FileTrouble: the text is cut off, is not well formed or brings a DTD.
    """
    builder = _Builder()
    for piece in pieces:
        builder.feed(piece)
        yield from builder.take()
    builder.feed("", is_final=True)
    yield from builder.take()


class _Builder:
    """Expat's handlers, and the nodes that are open at the moment.

    Every document type and entity is refused, as defusedxml would.
    """

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._tags: dict[str, str] = {}
        self._path: list[str] = []
        self._open: list[Node] = []
        self._texts: list[str] = []
        self._attrs: dict[str, str] = {}
        self._has_children = False
        self._done: list[Node | Leaf] = []

    def feed(self, piece: str, *, is_final: bool = False) -> None:
        try:
            self._parser.Parse(piece, is_final)
        except expat.ExpatError as error:
            is_cut = is_final and error.code in _CUT_CODES
            finding = Finding.TRUNCATED_FILE if is_cut else Finding.MALFORMED_XML
            raise FileTrouble(finding, error.lineno, expat.ErrorString(error.code)) from error

    def take(self) -> list[Node | Leaf]:
        done, self._done = self._done, []
        return done

    def _refuse(self, *_args: object) -> None:
        line = self._parser.CurrentLineNumber
        raise FileTrouble(Finding.MALFORMED_XML, line, say("a document type is not allowed"))

    def _tag(self, name: str) -> str:
        tag = self._tags.get(name)
        if tag is None:
            tag = self._tags[name] = name.lower().removesuffix(".list")
        return tag

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        tag = self._tag(name)
        is_object = tag in OBJECT_TAGS and _COUNTS not in self._path
        if self._open or is_object:
            self._open.append(Node(tag, attrs, self._parser.CurrentLineNumber))
        elif attrs or not self._path:
            self._done.append(Leaf(tag, "", attrs, self._parent(), self._parser.CurrentLineNumber))
        self._path.append(tag)
        self._texts.clear()
        self._attrs = attrs
        self._has_children = False

    def _data(self, data: str) -> None:
        self._texts.append(data)

    def _parent(self) -> str:
        return self._path[-1] if self._path else ""

    def _end(self, _name: str) -> None:
        tag = self._path.pop()
        text = "".join(self._texts).strip()
        is_leaf = not self._has_children
        self._texts.clear()
        self._has_children = True
        if self._open:
            self._close(tag, text if is_leaf else "", is_leaf=is_leaf)
        elif is_leaf and text:
            line = self._parser.CurrentLineNumber
            self._done.append(Leaf(tag, text, self._attrs, self._parent(), line))

    def _close(self, tag: str, text: str, *, is_leaf: bool) -> None:
        node = self._open.pop()
        if not self._open:
            if not node.is_empty:
                self._done.append(node)
        elif not is_leaf:
            self._open[-1].nodes.setdefault(tag, []).append(node)
        elif text:
            self._open[-1].put_leaf(tag, text, node.attrs)
