"""The static export: all public pages, links between files, nothing that needs the running site."""

import re
from io import StringIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.core.management import CommandError, call_command

from pvpt.exporting.pages import Pages
from pvpt.exporting.places import place, relative
from pvpt.front import addresses


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/sq/", "sq/index.html"),
        ("/en/news/?page=2", "en/news/page-2/index.html"),
        ("/documents/3/a%20b.pdf", "documents/3/a b.pdf"),
        ("/en/search/", ""),
        ("/en/news/?q=x", ""),
        ("/sq/lajme/feed/", ""),
        ("/media/../../etc/passwd", ""),
        ("/media/%2e%2e/secret", ""),
        ("/admin/", ""),
    ],
)
def test_where_an_address_lies(address: str, file: str) -> None:
    assert place(address) == file


def test_links_lead_from_file_to_file() -> None:
    html = (
        '<form action="/en/search/"><input></form><a href="/exit/">Leave</a><a href="/en/a/#part">A</a>'
        '<a href="http://example.org/en/a/">A</a><a href="/en/members/">M</a><a href="https://other.org/">O</a>'
        '<script src="/static/organisation/hours.1.js"></script>'
    )
    pages = Pages("example.org", lambda address: address if address == "/en/a/" else "")
    made = pages.page(html, "en/news/index.html", "https://neutral.example/")
    assert re.findall('href="([^"]*)"', made) == [
        "https://neutral.example/",
        "../a/index.html#part",
        "../a/index.html",
        "https://other.org/",
    ]
    assert "<form" not in made
    assert "hours" not in made
    assert relative("index.html", "en/index.html") == "en/index.html"


@pytest.mark.django_db
def test_the_export_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    call_command("export_site", folder, stdout=StringIO())
    for address in addresses.listed():
        assert (folder / place(address)).is_file(), address
    for page in folder.rglob("*.html"):
        text = page.read_text()
        assert "<form" not in text
        assert "/exit/" not in text
        for link in re.findall(r'(?:href|src|data-icon)="([^"#:]+)["#]', text):
            assert (page.parent / unquote(link)).is_file(), f"{page}: {link}"
    assert not [path for path in folder.rglob("*.js") if '"/exit/"' in path.read_text()]
    assert (folder / "robots.txt").is_file()
    assert (folder / "sitemap.xml").is_file()
    # Again: the former one is replaced, and nothing else lies beside it.
    (folder / "old.html").touch()
    call_command("export_site", folder, stdout=StringIO())
    assert not (folder / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["export"]


def test_another_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("")
    with pytest.raises(CommandError, match="is there and is no export"):
        call_command("export_site", tmp_path)
    with pytest.raises(CommandError, match="Nothing can be written"):
        call_command("export_site", tmp_path / "no" / "such")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
