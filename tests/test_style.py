"""The style page: every block once, in each language, for staff only."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from pvpt import languages
from pvpt.blocks import BodyBlock
from pvpt.models import User
from tests.factories.content import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", languages.NAMES)
def test_staff_see_every_block(client: Client, accounts: dict[str, User], language: str) -> None:
    DocumentFactory()
    client.force_login(accounts["editor"])
    html = BeautifulSoup(client.get(f"/{language}/style/").content, "html.parser")
    shown = [block["data-component"] for block in html.select("[data-component]")]
    assert shown == list(BodyBlock().child_blocks)
    for component in (
        ".timeline li",
        ".people li",
        ".partner-list li",
        ".card",
        ".pagination",
        ".field-error",
    ):
        assert html.select(component), component


@pytest.mark.parametrize("viewer", ["", "member"])
def test_nobody_else_knows_of_it(client: Client, accounts: dict[str, User], viewer: str) -> None:
    if viewer:
        client.force_login(accounts[viewer])
    assert client.get("/en/style/").status_code == 404
