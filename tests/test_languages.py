"""Which language a reader gets, under which address, with which dates."""

import datetime

import pytest
from django.test import Client
from django.utils import translation
from django.utils.formats import date_format, localize
from wagtail.models import Page

from home.models import HomePage, StandardPage


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("sq", "sq"),
        ("sq-XK,sq;q=0.9,en;q=0.8", "sq"),
        ("sr", "sr-latn"),
        ("sr-Cyrl-RS", "sr-latn"),
        ("sr-Latn-ME", "sr-latn"),
        ("bs", "sr-latn"),
        ("hr-HR", "sr-latn"),
        ("sh", "sr-latn"),
        ("cnr", "sr-latn"),
        ("en-GB", "en"),
        ("de-CH,de;q=0.9", "en"),
        ("de,sq;q=0.5", "sq"),
        ("tr", "en"),
        ("*", "en"),
        ("", "en"),
        ("x" * 20_000, "en"),
        ("\x00,;q=abc", "en"),
    ],
)
def test_root_sends_to_the_language_of_the_browser(client: Client, asked: str, given: str) -> None:
    response = client.get("/", headers={"accept-language": asked})
    assert response.status_code == 302
    assert response["Location"] == f"/{given}/"
    assert response["Cache-Control"] == "no-store"
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


@pytest.mark.django_db
def test_deep_links_ignore_the_language_of_the_browser(client: Client) -> None:
    response = client.get("/sq/", headers={"accept-language": "en"})
    assert response.status_code == 200
    assert response["Content-Language"] == "sq"
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/sr/vesti/?page=2", "/sr-latn/vesti/?page=2"),
        ("/al/lajme/", "/sq/lajme/"),
        ("/SQ/", "/sq/"),
        ("/sr-Latn/", "/sr-latn/"),
        ("/SR-LATN/vesti/", "/sr-latn/vesti/"),
        ("/EN", "/en/"),
        ("/sr/a%20b%0d%0a%3f/", "/sr-latn/a%20b%0D%0A%3F/"),
    ],
)
def test_other_spellings_of_a_prefix_redirect_for_good(client: Client, asked: str, canonical: str) -> None:
    response = client.get(asked)
    assert (response.status_code, response["Location"]) == (301, canonical)


@pytest.mark.parametrize(
    ("language", "long", "short", "number"),
    [
        ("sq", "3 tetor 2026", "3.10.2026", "1\xa0250,5"),
        ("sr-latn", "3. oktobar 2026.", "3. 10. 2026.", "1.250,5"),
        ("en", "3 October 2026", "3 Oct 2026", "1,250.5"),
    ],
)
def test_dates_and_numbers_are_written_as_readers_expect(
    settings: object, language: str, long: str, short: str, number: str
) -> None:
    day = datetime.date(2026, 10, 3)
    settings.USE_THOUSAND_SEPARATOR = True  # type: ignore[attr-defined]
    with translation.override(language):
        assert date_format(day, "DATE_FORMAT") == long
        assert date_format(day, "SHORT_DATE_FORMAT") == short
        assert localize(1250.5) == number


@pytest.mark.django_db
class TestMissingPages:
    """What happens at an address that leads nowhere in the language of its prefix."""

    def draft(self, homes: dict[str, HomePage], language: str, slug: str) -> StandardPage:
        """Return an Albanian page whose version in the language is a draft."""
        page = homes["sq"].add_child(instance=StandardPage(title="Vetëm shqip", slug="vetem-shqip"))
        other = page.copy_for_translation(homes[language].locale)
        other.slug = slug
        other.save()
        return page

    def test_page_of_another_tree_redirects_to_its_version_here(
        self, client: Client, homes: dict[str, HomePage]
    ) -> None:
        here = Page.objects.get(slug="vesti", locale=homes["sr-latn"].locale)
        response = client.get("/sr-latn/lajme/")
        assert (response.status_code, response["Location"]) == (301, here.url)

    def test_untranslated_page_is_offered_in_the_languages_that_have_it(
        self, client: Client, homes: dict[str, HomePage]
    ) -> None:
        homes["sq"].add_child(instance=StandardPage(title="Vetëm shqip", slug="vetem-shqip"))
        response = client.get("/en/vetem-shqip/")
        html = response.content.decode()
        assert response.status_code == 404
        assert 'href="/sq/vetem-shqip/"' in html
        assert 'lang="sq"' in html
        assert "Read in Albanian" in html

    def test_address_of_a_draft_offers_the_languages_that_are_live(
        self, client: Client, homes: dict[str, HomePage]
    ) -> None:
        self.draft(homes, "en", "albanian-only")
        response = client.get("/en/albanian-only/")
        assert response.status_code == 404
        assert 'href="/sq/vetem-shqip/"' in response.content.decode()

    def test_nothing_private_is_offered(self, client: Client) -> None:
        response = client.get("/en/zona-e-anetareve/")
        assert response.status_code == 404
        assert "zona-e-anetareve" not in response.content.decode()

    @pytest.mark.parametrize("path", ["/en/%00/", "/sq/" + "a/" * 500, "/sr-latn/../../etc/passwd", "/en/☃/"])
    def test_odd_addresses_are_plain_404(self, client: Client, path: str) -> None:
        assert client.get(path).status_code == 404

    def test_no_page_appears_under_a_language_whose_home_is_not_live(
        self, client: Client, homes: dict[str, HomePage]
    ) -> None:
        homes["en"].unpublish()
        for path in ("/en/", "/en/lajme/"):
            assert client.get(path, follow=True).status_code == 404

    def test_former_addresses_lead_to_todays_pages(self, client: Client, homes: dict[str, HomePage]) -> None:
        response = client.get("/eng/partners.htm")
        assert response.status_code == 301
        assert client.get(response["Location"]).status_code == 200
        assert client.get("/eng/whoweare.html")["Location"].startswith("/en/")
