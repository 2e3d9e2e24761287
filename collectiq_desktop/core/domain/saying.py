"""Sentences for people that remember of what they were made.

The core speaks English only, and knows of no other language. A sentence keeps
its template and the values put into it, so that a window can say the same in
another language; to everybody else it is its English text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Self

_PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_NONE: Mapping[str, str] = MappingProxyType({})


class Sentence(str):
    """English text with its template and values; `say` makes one.

    A value that is a sentence itself is said in the other language too.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, str]

    def __new__(
        cls, text: str, template: str | None = None, values: Mapping[str, str] = _NONE
    ) -> Self:
        """A sentence from its parts; without a template it has no places to fill."""
        made = super().__new__(cls, text)
        made.template = text if template is None else template
        made.values = values
        return made

    def __getnewargs__(self) -> tuple[str, str, dict[str, str]]:  # type: ignore[override]
        """What a copy is made of."""
        return str(self), self.template, dict(self.values)

    def __getstate__(self) -> None:
        """Nothing beyond that."""
        return


NOTHING = Sentence("")


def say(template: str, /, **values: object) -> Sentence:
    """A sentence with each {name} of its template replaced by the value of that name.

    The template is a literal where it is said, so that translators find it;
    sums and days are handed in as they are to be read. What a value holds is
    never searched for names.
    """
    return _made(
        template,
        {
            name: value if isinstance(value, Sentence) else str(value)
            for name, value in values.items()
        },
    )


def _made(template: str, values: Mapping[str, str]) -> Sentence:
    return Sentence(filled_in(template, values), template, values)


def one_after_another(sentences: Sequence[Sentence]) -> Sentence:
    """Sentences as one text, each of them said in another language by itself."""
    parts = {f"part_{place}": sentence for place, sentence in enumerate(sentences)}
    return _made(" ".join(f"{{{name}}}" for name in parts), parts)


def packed(sentence: Sentence) -> str:
    """The sentence as text that can lie in a column and be unpacked again."""
    return json.dumps([sentence.template, sentence.values], ensure_ascii=False) if sentence else ""


def unpacked(text: str) -> Sentence:
    """The sentence behind a packed text; any other text is itself."""
    if not text.startswith('["'):
        return Sentence(text)
    template, values = json.loads(text)
    return _made(template, values)


def filled_in(template: str, values: Mapping[str, str]) -> str:
    """The template with its places filled, all at once."""
    return _PLACE.sub(lambda place: str(values[place[1]]), template)


def places_of(template: str) -> frozenset[str]:
    """The names of a template's places."""
    return frozenset(_PLACE.findall(template))
