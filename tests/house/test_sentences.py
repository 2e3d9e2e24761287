"""Every sentence that a window may have to show can be said in Hindi.

That an error is raised with a `Sentence` at all is the type checker's to see.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.saying import places_of
from tests.house.gather import TRANSLATIONS, sayings, templates, translated
from tests.house.reading import product

HINDI = TRANSLATIONS / "sentences_hi.ts"
GATHER = "python -m tests.house.gather adds them to the file; then write the Hindi there"


def test_sentences_are_literal() -> None:
    """A template that is put together is found by no translator."""
    wrong = [source.at(call) for source in product() for call, said in sayings(source) if not said]
    assert not wrong, "\n".join(wrong)


def test_every_place_is_filled_and_every_value_has_its_place() -> None:
    wrong = [
        f"{source.at(call)}: {template}"
        for source in product()
        for call, said in sayings(source)
        for template in said
        for given in [{word.arg for word in call.keywords}]
        # Of two templates to choose from, one may need less.
        if not (places_of(template) <= given and (len(said) > 1 or given <= places_of(template)))
        if None not in given
    ]
    assert not wrong, "\n".join(wrong)


def test_every_sentence_is_said_in_hindi() -> None:
    hindi = translated(HINDI)
    lacking = [template for template in templates() if not hindi.get(template)]
    assert not lacking, "\n".join([*lacking, GATHER])


def test_hindi_fills_the_same_places() -> None:
    wrong = [
        f"{template}: {words}"
        for template, words in translated(HINDI).items()
        if places_of(template) != places_of(words)
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_is_translated_that_nobody_says() -> None:
    stale = sorted(set(translated(HINDI)) - set(templates()))
    assert not stale, "\n".join([*stale, GATHER])
