"""`attach` and `pictures`: a photo goes in, and comes out the same."""

from __future__ import annotations

from pathlib import Path

from tests.cli_shop import Shop

JPEG = b"\xff\xd8\xff\xe0 a cheque of Gupta's"
ID = "5" * 32


def test_a_picture_goes_in_and_comes_out_the_same(shop: Shop, tmp_path: Path) -> None:
    photo, out = tmp_path / "cheque.jpg", tmp_path / "out"
    photo.write_bytes(JPEG)
    out.mkdir()
    told = shop.found("attach", "RA01/26/000001", str(photo), "--id", ID)
    assert told["pictures"] == 1
    assert shop.found("attach", "ra01/26/000001", str(photo), "--id", ID) == told
    [row] = shop.found("pictures", "RA01/26/000001", "--to", str(out))["pictures"]
    assert Path(row["file"]).read_bytes() == JPEG
    assert row["name"] == "RA01-26-000001-1.jpg"
    assert "has 1 picture." in shop.told("pictures", "RA01/26/000001")[0]


def test_a_voucher_without_pictures_says_so(shop: Shop) -> None:
    assert "has no pictures." in shop.told("pictures", "RA01/26/000001")[0]


def test_what_cannot_be_attached_is_refused_in_words(shop: Shop, tmp_path: Path) -> None:
    assert "not read" in shop.refused("attach", "RA01/26/000001", str(tmp_path / "none.jpg"))
    text = tmp_path / "note.txt"
    text.write_text("no picture")
    assert "JPEG or PNG" in shop.refused("attach", "RA01/26/000001", str(text))
    large = tmp_path / "large.jpg"
    large.write_bytes(JPEG.ljust(200 << 10))
    assert "150 at most" in shop.refused("attach", "RA01/26/000001", str(large))
    assert shop.found("pictures", "RA01/26/000001")["pictures"] == []
