"""What an installation does once: the first account, and the name of the site."""

from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Site

from home.filling.logins import create_administrator

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_the_first_account_of_a_server_is_the_one_that_was_named() -> None:
    user = create_administrator("office@example.org")
    assert (user.email, user.is_superuser, user.has_usable_password()) == ("office@example.org", True, False)


def test_canonical_addresses_carry_the_name_of_the_server(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["www.example.org", "example.org"]
    call_command("use_host")
    assert Site.objects.get(is_default_site=True).root_url == "https://www.example.org"
