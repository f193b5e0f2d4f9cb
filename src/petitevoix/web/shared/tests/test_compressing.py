"""What a browser that takes gzip is given is the page, compressed; any other has it as it is."""

import gzip

import pytest

pytestmark = pytest.mark.django_db


def test_a_page_is_compressed_for_whoever_takes_that(client):
    plain = client.get("/")
    packed = client.get("/", headers={"Accept-Encoding": "br, gzip"})
    assert not plain.has_header("Content-Encoding")
    assert packed["Content-Encoding"] == "gzip"
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 2
    assert b"<h1" in gzip.decompress(packed.content)
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in packed["Vary"]


def test_a_page_never_weighs_the_same_so_that_its_weight_tells_nothing_of_what_is_in_it(client):
    weights = {len(client.get("/", headers={"Accept-Encoding": "gzip"}).content) for _ in range(12)}
    assert len(weights) > 3


def test_what_is_no_gzip_is_not_taken_for_it(client):
    assert not client.get("/", headers={"Accept-Encoding": "xgzip2"}).has_header("Content-Encoding")
