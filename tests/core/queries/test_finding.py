from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.finding import FindParties, ResolveParty, resolve_party
from collectiq_desktop.core.services.parties import AmendParty
from tests.plain_books import PlainBooks, fresh_books

SHOPS = """
    party  Mehta & Sons            code M1   phone 9825011111  gstin 24AAACC1206D1ZM
    party  Kiran Kirana Stores     code K1   alias Metro Corner
    party  Metro Traders           code T1
    party  Amethyst Jewellers      code A1
    party  श्री गणेश ट्रेडर्स          code G1   phone 9426022222
    party  શિવ એન્ટરપ્રાઈઝ           code S1
    party  Noor Textiles (Surat)   code N1
    party  Noor Textiles (Rajkot)  code N2
    party  7                       code 42
"""


@pytest.fixture
def shops(plain_books: PlainBooks) -> PlainBooks:
    return plain_books.write(SHOPS)


def _found(plain: PlainBooks, text: str, limit: int = 20) -> list[str]:
    return [hit.party for hit in plain.ask(FindParties(text=text, limit=limit))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Names that begin with it, then words that begin with it, then the rest.
        ("me", ["Mehta & Sons", "Metro Traders", "Kiran Kirana Stores", "Amethyst Jewellers"]),
        ("Me", ["Mehta & Sons", "Metro Traders", "Kiran Kirana Stores", "Amethyst Jewellers"]),
        ("met", ["Metro Traders", "Kiran Kirana Stores", "Amethyst Jewellers"]),
        ("m", ["Mehta & Sons", "Metro Traders"]),
        ("k", ["Kiran Kirana Stores"]),
        ("s", ["Kiran Kirana Stores", "Mehta & Sons", "Noor Textiles (Surat)"]),
        ("sons", ["Mehta & Sons"]),
        ("mehta and", []),
        ("गण", ["श्री गणेश ट्रेडर्स"]),
        ("गणेश", ["श्री गणेश ट्रेडर्स"]),
        ("णे", ["श्री गणेश ट्रेडर्स"]),
        ("શિ", ["શિવ એન્ટરપ્રાઈઝ"]),
        ("ટર", ["શિવ એન્ટરપ્રાઈઝ"]),
        ("11111", ["Mehta & Sons"]),
        ("98250 11111", ["Mehta & Sons"]),
        ("+91 98250-11111", ["Mehta & Sons"]),
        ("2222", ["श्री गणेश ट्रेडर्स"]),
        ("24aaacc", ["Mehta & Sons"]),
        ("g1", ["श्री गणेश ट्रेडर्स"]),
        ("metro corner", ["Kiran Kirana Stores"]),
        ("7", ["7"]),
        ("42", ["7", "श्री गणेश ट्रेडर्स"]),
        ("me\udcffhta", ["Mehta & Sons"]),
        ("", []),
        ("  &  ", []),
        ("zzz", []),
    ],
)
def test_what_is_typed_finds(shops: PlainBooks, text: str, names: list[str]) -> None:
    found = _found(shops, text)
    assert found == names


def test_a_renamed_party_is_found_by_its_new_name(shops: PlainBooks) -> None:
    command = AmendParty(
        fact_id=FactId(shops.ids.mint()),
        party_id=shops.parties["Metro Traders"],
        changes={"name": "Zaveri Traders"},
    )
    shops.run(command)
    assert _found(shops, "zav") == ["Zaveri Traders"]
    assert _found(shops, "metro") == ["Kiran Kirana Stores"]


def test_no_more_than_asked_for_and_the_balance_beside(shops: PlainBooks) -> None:
    shops.write("invoice  S/1  2026-04-01  Metro Traders  100.00")
    assert _found(shops, "me", limit=2) == ["Mehta & Sons", "Metro Traders"]
    hits = shops.ask(FindParties(text="metro t"))
    assert [(hit.code, hit.balance_paise) for hit in hits] == [("T1", 100_00)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("T1", "Metro Traders"),
        ("t1", "Metro Traders"),
        ("mehta & sons", "Mehta & Sons"),
        ("MEHTA & SONS", "Mehta & Sons"),
        ("24AAACC1206D1ZM", "Mehta & Sons"),
        ("24aaacc1206d1zm", "Mehta & Sons"),
        ("098250 11111", "Mehta & Sons"),
        ("surat", "Noor Textiles (Surat)"),
        ("શિવ", "શિવ એન્ટરપ્રાઈઝ"),
        # The name 7 and the code 42 belong to one party; a code comes first.
        ("42", "7"),
    ],
)
def test_one_party_is_meant(shops: PlainBooks, text: str, name: str) -> None:
    assert shops.ask(ResolveParty(text=text)).party == name


def test_an_id_is_meant(shops: PlainBooks) -> None:
    party_id = shops.parties["Metro Traders"]
    assert shops.ask(ResolveParty(text=party_id.hex())).party_id == party_id


def test_several_are_named_with_their_codes(shops: PlainBooks) -> None:
    with pytest.raises(BadInput) as caught:
        shops.ask(ResolveParty(text="noor"))
    assert caught.value.message == (
        "“noor” may be Noor Textiles (Rajkot) (N2), Noor Textiles (Surat) (N1); "
        "give the code of the one you mean."
    )
    assert caught.value.field == "party"


def test_two_of_one_name_are_not_confused(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores  code A1
    party  ASHA stores  code A2
    party  Asha Stores Annexe  code A3
    """
    assert plain_books.ask(ResolveParty(text="Asha Stores")).code == "A1"
    with pytest.raises(BadInput, match=r"A1.*A2"):
        plain_books.ask(ResolveParty(text="asha STORES"))


def test_many_candidates_are_cut_short(plain_books: PlainBooks) -> None:
    plain_books.write("\n".join(f"party  Shop {n}  code C{n}" for n in range(12)))
    with pytest.raises(BadInput, match="and others"):
        plain_books.ask(ResolveParty(text="shop"))


def test_nobody_is_meant(shops: PlainBooks) -> None:
    for text in ("zzz", "z" * 32, "f" * 32):
        with pytest.raises(NotFound, match=text):
            shops.ask(ResolveParty(text=text))
    with pytest.raises(BadInput, match="code"):
        shops.ask(ResolveParty(text=" - "))


@pytest.fixture(scope="module")
def any_shops(engine: str, tmp_path_factory: pytest.TempPathFactory) -> PlainBooks:
    return fresh_books(tmp_path_factory.mktemp("shops")).write(SHOPS)


@given(text=st.text(max_size=12))
def test_any_text_gives_an_answer_or_a_sentence(any_shops: PlainBooks, text: str) -> None:
    hits = any_shops.ask(FindParties(text=text, limit=5))
    assert len({hit.party_id for hit in hits}) == len(hits) <= 5
    with any_shops.books.reading() as conn, suppress(BadInput, NotFound):
        assert resolve_party(conn, text).party in any_shops.parties


@given(data=st.data())
def test_every_part_of_a_name_finds_its_party(any_shops: PlainBooks, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["Kiran Kirana Stores", "श्री गणेश ट्रेडर्स", "શિવ એન્ટરપ્રાઈઝ"]))
    word = data.draw(st.sampled_from(name.split()))
    start = data.draw(st.integers(0, len(word) - 2))
    end = data.draw(st.integers(start + 2, len(word)))
    assert name in _found(any_shops, word[start:end])
