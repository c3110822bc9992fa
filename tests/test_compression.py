"""Answers are compressed for readers, and left alone where they could give a secret away."""

import gzip

import pytest
from django.test import Client

from news.models import NewsIndexPage
from pvpt.models import User

pytestmark = pytest.mark.django_db
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


def test_a_reader_gets_pages_and_feeds_compressed(client: Client, news: dict[str, NewsIndexPage]) -> None:
    for address in ("/sq/", f"{news['en'].url}feed/", "/sitemap.xml", "/en/nowhere/"):
        response = client.get(address, headers=BROWSER)
        assert response["Content-Encoding"] == "gzip", address
        assert "Accept-Encoding" in response["Vary"]
        assert gzip.decompress(response.content).startswith(b"<"), address


def test_whoever_is_logged_in_gets_them_as_they_are(client: Client, accounts: dict[str, User]) -> None:
    client.force_login(accounts["member"])
    assert "Content-Encoding" not in client.get("/sq/", headers=BROWSER)


def test_pictures_are_not_compressed_again(client: Client, accounts: dict[str, User]) -> None:
    html = client.get("/sq/").content.decode()
    address = html.split("/media/")[1].split(" ")[0].split('"')[0]
    response = client.get(f"/media/{address}", headers=BROWSER)
    assert response.status_code == 200
    assert "Content-Encoding" not in response
