"""Amounts in words, as invoices and receipts carry them.

One table a language: a further one is one more `AmountWords` in `LANGUAGES`.
Figures are written in `money`; the words of papers are in documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.money import PAISE_PER_RUPEE, Paise
from collectiq_desktop.core.domain.saying import say

_HUNDRED = 100
_THOUSAND = 1_000
_LAKH = 1_00_000
_CRORE = 1_00_00_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountWords:
    """The words of one language.

    Args:
        below_hundred: the numbers 0 to 99.
        whole: the phrase around rupees.
        with_paise: the phrase around rupees and paise.
        minus: the phrase around an amount below zero.
    """

    below_hundred: tuple[str, ...]
    hundred: str
    thousand: str
    lakh: str
    crore: str
    whole: str
    with_paise: str
    minus: str

    def __post_init__(self) -> None:
        assert len(self.below_hundred) == _HUNDRED


_ENGLISH_ONES = """
Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen
Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen
"""
_ENGLISH_TENS = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety"

_HINDI = """
शून्य एक दो तीन चार पाँच छह सात आठ नौ
दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस
बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस
तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस
चालीस इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास
पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ
साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी
अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी
नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
"""


def _english() -> tuple[str, ...]:
    """Zero to Ninety Nine, without hyphens as on invoices."""
    ones = _ENGLISH_ONES.split()
    above = (
        ten if one == 0 else f"{ten} {ones[one]}"
        for ten in _ENGLISH_TENS.split()
        for one in range(10)
    )
    return (*ones, *above)


LANGUAGES: Final[Mapping[str, AmountWords]] = MappingProxyType(
    {
        "en": AmountWords(
            below_hundred=_english(),
            hundred="Hundred",
            thousand="Thousand",
            lakh="Lakh",
            crore="Crore",
            whole="Rupees {rupees} Only",
            with_paise="Rupees {rupees} and {paise} Paise Only",
            minus="Minus {amount}",
        ),
        "hi": AmountWords(
            below_hundred=tuple(_HINDI.split()),
            hundred="सौ",
            thousand="हज़ार",
            lakh="लाख",
            crore="करोड़",
            whole="रुपये {rupees} मात्र",
            with_paise="रुपये {rupees} और {paise} पैसे मात्र",
            minus="माइनस {amount}",
        ),
    }
)
"""The languages that amounts can be written in, by their code."""


def amount_in_words(paise: Paise, language: str) -> str:
    """The amount in words: Rupees One Lakh Five and Fifty Paise Only.

    Money: all paise are named; nothing is rounded.

    Raises:
        NotFound: there are no words in that language.
    Source: domain.md §2.3.
    """
    words = LANGUAGES.get(language)
    if words is None:
        message = say(
            "Amounts cannot be written in “{language}”. Choose one of: {known}.",
            language=language,
            known=", ".join(LANGUAGES),
        )
        raise NotFound(message, field="language")
    rupees, rest = divmod(abs(paise), PAISE_PER_RUPEE)
    phrase = words.with_paise if rest else words.whole
    amount = phrase.format(
        rupees=_number_in_words(rupees, words), paise=_number_in_words(rest, words)
    )
    return words.minus.format(amount=amount) if paise < 0 else amount


def _number_in_words(number: int, words: AmountWords) -> str:
    """A whole number, the crores in their turn as a number."""
    if number == 0:
        return words.below_hundred[0]
    parts: list[str] = []
    for unit, word in (
        (_CRORE, words.crore),
        (_LAKH, words.lakh),
        (_THOUSAND, words.thousand),
        (_HUNDRED, words.hundred),
    ):
        count, number = divmod(number, unit)
        if count:
            parts += [_number_in_words(count, words), word]
    if number:
        parts.append(words.below_hundred[number])
    return " ".join(parts)
