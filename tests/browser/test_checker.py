"""The editor's content checker: each rule speaks up on a bad page and is silent on the filled site."""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser

# Only the office can fill these.
UNFILLED = "Something is still to be completed"
# A page with every fault; its translation shows the Albanian words of a picture.
MAKE = """
import json
from home.models import HomePage, StandardPage
from pvpt.models import CustomImage
from tests.factories.translated import published_in
image = CustomImage.objects.first()
words = "fjala " * 31
body = [
    ("paragraph", f'<h3>Titull</h3><p>{words}.</p><p><a href="/sq/">Kliko këtu!</a>, '
     '<a href="/sq/">www.example.org/shih</a>, [telefoni: për t’u plotësuar]</p>'),
    ("figure", {"image": image.pk, "alt": "", "caption": "", "credit": ""}),
    ("figure", {"image": image.pk, "alt": image.title.upper(), "caption": "", "credit": ""}),
    ("figure", {"image": image.pk, "alt": "Tri gra në punë", "caption": "", "credit": ""}),
]
page = HomePage.objects.get(locale__language_code="sq").add_child(instance=StandardPage(
    title="E keqe", slug="e-keqe", live=False, neutral=True,
    body=json.dumps([{"type": kind, "value": value} for kind, value in body]),
))
page.save_revision().publish()
english = published_in(StandardPage.objects.get(pk=page.pk), "en")
print(page.pk, english.pk)
"""
UNDO = """
from home.models import StandardPage
StandardPage.objects.get(slug="e-keqe", locale__language_code="sq").delete()
"""
BAD = {
    "Incorrect heading hierarchy",
    "Sentence with more than 30 words",
    "The words of the link do not say where it leads",
    UNFILLED,
    "Picture without a description",
    "The description of the picture is only its name or caption",
    "The address tells what this neutral page is about",
}


@pytest.fixture
def bad_pages(site: RunningSite) -> Iterator[list[str]]:
    """A bad page in Albanian, and its English translation."""
    yield site.shell(MAKE).split()
    site.shell(UNDO)


def found(page: Page, number: str) -> list[str]:
    """Return the name of everything that the checker finds on the draft."""
    page.goto(f"/admin/pages/{number}/view_draft/")
    page.wait_for_function(
        "document.querySelector('wagtail-userbar').shadowRoot"
        ".querySelector('[data-content-checker-count]')?.textContent"
    )
    return page.evaluate(
        "Array.from(document.querySelector('wagtail-userbar').shadowRoot"
        ".querySelectorAll('[data-content-checker-row] [data-content-checker-name]'),"
        " (name) => name.textContent)"
    )


def test_every_rule_speaks_up(log_in: Callable[[str], Watched], bad_pages: list[str]) -> None:
    page = log_in("administrator").page
    albanian, english = bad_pages
    names = found(page, albanian)
    assert set(names) == BAD
    assert names.count("The words of the link do not say where it leads") == 2
    assert "The description of the picture is in Albanian" in found(page, english)
    # Beside the editor they stand in a panel of their own.
    page.goto(f"/admin/pages/{albanian}/edit/")
    page.locator("[data-side-panel-toggle=checks]").click()
    panel = page.locator("[data-checks-panel]")
    for name in BAD:
        expect(panel).to_contain_text(name, timeout=20_000)


def test_a_good_page_is_left_alone(log_in: Callable[[str], Watched], site: RunningSite) -> None:
    number = site.shell(
        "from home.models import HomePage; print(HomePage.objects.get(locale__language_code='sq').pk)"
    )
    editor = log_in("administrator")
    assert found(editor.page, number) == []
    assert editor.faults == []


@pytest.mark.verify
def test_the_filled_site_has_only_what_is_unfilled(
    log_in: Callable[[str], Watched], site: RunningSite
) -> None:
    numbers = site.shell(
        "import json; from wagtail.models import Page; "
        "print(json.dumps([*Page.objects.filter(depth__gt=1).values_list('pk', flat=True)]))"
    )
    page = log_in("administrator").page
    assert {
        (number, name) for number in json.loads(numbers) for name in found(page, number) if name != UNFILLED
    } == set()
