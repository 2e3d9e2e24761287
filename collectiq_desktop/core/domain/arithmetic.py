"""Arithmetic as it is typed at a counter: 1200*3+50, worked out exactly.

A small reader of its own, by recursive descent; nothing is ever evaluated as
a program. Rupees, rounding and limits of the books are in `money`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.numerals import ungroup
from collectiq_desktop.core.domain.saying import say

_MAX_TEXT = 120
_MAX_DEPTH = 20
_MAX_DECIMALS = 6
_TOKEN = re.compile(r"\s*(?:(?P<number>\d[\d,]*(?:\.\d*)?|\.\d+)|(?P<sign>[-+*/()]))", re.ASCII)
_SIGNS = frozenset("+-*/()")


def work_out(text: str, *, field: str | None = None) -> Fraction:
    """The exact value of numbers joined by + - * / and brackets.

    Limits: 120 characters, 20 brackets or signs deep, six decimals a number.

    Raises:
        BadInput: it cannot be worked out.
    """
    if len(text) > _MAX_TEXT:
        raise BadInput(say("The sum is too long. Work it out in two steps."), field=field)
    reader = _SumReader(text, _tokens_of(text, field), field)
    value = reader.total(0)
    if reader.at < len(reader.tokens):
        raise _trouble(text, field)
    return value


def _trouble(text: str, field: str | None) -> BadInput:
    """The error for a sum that cannot be worked out."""
    message = say("“{text}” cannot be worked out. Use numbers, + - * / and brackets.", text=text)
    return BadInput(message, field=field)


def _tokens_of(text: str, field: str | None) -> tuple[str, ...]:
    """Numbers and signs in the order in which they stand."""
    tokens: list[str] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _trouble(text, field)
        tokens.append(match["number"] or match["sign"])
        at = match.end()
    return tuple(tokens)


@dataclass(slots=True)
class _SumReader:
    """A walk over the tokens of a sum, by the usual order of operations."""

    text: str
    tokens: tuple[str, ...]
    field: str | None
    at: int = 0

    def _take(self, signs: str) -> str:
        """The next token if it is one of the signs, else nothing."""
        if self.at < len(self.tokens) and self.tokens[self.at] in signs:
            self.at += 1
            return self.tokens[self.at - 1]
        return ""

    def total(self, depth: int) -> Fraction:
        """Terms added and taken away."""
        value = self._product(depth)
        while sign := self._take("+-"):
            term = self._product(depth)
            value = value + term if sign == "+" else value - term
        return value

    def _product(self, depth: int) -> Fraction:
        """Factors multiplied and divided."""
        value = self._factor(depth)
        while sign := self._take("*/"):
            factor = self._factor(depth)
            if sign == "/" and factor == 0:
                message = say("Nothing can be divided by zero. Correct the sum.")
                raise BadInput(message, field=self.field)
            value = value * factor if sign == "*" else value / factor
        return value

    def _factor(self, depth: int) -> Fraction:
        """A number, a bracket, or either with a sign before it."""
        if depth > _MAX_DEPTH:
            message = say("The sum has too many brackets. Work it out in two steps.")
            raise BadInput(message, field=self.field)
        if sign := self._take("+-"):
            value = self._factor(depth + 1)
            return -value if sign == "-" else value
        if self._take("("):
            value = self.total(depth + 1)
            if not self._take(")"):
                raise _trouble(self.text, self.field)
            return value
        return self._number()

    def _number(self) -> Fraction:
        """The number that must stand here."""
        if self.at >= len(self.tokens) or self.tokens[self.at] in _SIGNS:
            raise _trouble(self.text, self.field)
        whole, _, decimals = self.tokens[self.at].partition(".")
        self.at += 1
        if len(decimals) > _MAX_DECIMALS:
            message = say("A number in the sum has more than six decimals. Shorten it.")
            raise BadInput(message, field=self.field)
        units = ungroup(whole, field=self.field) or "0"
        return Fraction(int(units + decimals), 10 ** len(decimals))
