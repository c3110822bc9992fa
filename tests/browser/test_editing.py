"""Staff in a browser: editor, translator and publisher bring a page to readers, the clock does its part."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser


def status(page: Page, path: str) -> int:
    """Return the status a visitor gets."""
    return page.request.get(path, max_redirects=0).status


def publish(page: Page) -> None:
    """Open the menu beside the save button, where publishing is, and choose it."""
    page.locator("footer .w-dropdown-button button[aria-expanded]").click()
    page.locator("button[name=action-publish]").click()


def test_from_the_editor_to_the_reader_of_another_language(
    log_in: Callable[[str], Watched], new_page: Callable[..., Watched], site: RunningSite
) -> None:
    visitor = new_page().page
    editor = log_in("editor")
    page = editor.page
    expect(page.locator("html")).to_have_attribute("lang", "sq")
    home = site.shell(
        "from home.models import HomePage; print(HomePage.objects.get(locale__language_code='sq').pk)"
    )
    page.goto(f"/admin/pages/add/home/standardpage/{home}/")
    page.fill("#id_title", "Faqja e provës")
    page.fill("#id_introduction", "Një fjali për provë.")
    publish(page)
    expect(page.locator(".messages")).to_contain_text("Faqja e provës")
    assert status(visitor, "/sq/faqja-e-proves/") == 200
    assert status(visitor, "/en/faqja-e-proves/") == 404

    number = site.shell(
        "from home.models import StandardPage; "
        "print(StandardPage.objects.get(slug='faqja-e-proves', locale__language_code='sq').pk)"
    )
    page.goto(f"/admin/pages/{number}/edit/")
    assert editor.faults == []

    translating = log_in("translator-en")
    translator = translating.page
    copy = site.shell(
        f"from wagtail.models import Page; page = Page.objects.get(pk={number}); "
        "print(page.get_translations().get(locale__language_code='en').pk)"
    )
    translator.goto(f"/admin/pages/{copy}/edit/")
    fields = translator.locator(".js-translation-editor")
    texts = {
        "Faqja e provës": "The test page",
        "Një fjali": "A sentence for a test.",
        "faqja-e-proves": "the-test-page",
    }
    for source, target in texts.items():
        if source == "faqja-e-proves":
            translator.get_by_role("tab", name="Promote").click()
        row = fields.locator("li", has_text=source).last
        row.get_by_role("button").first.click()
        area = fields.locator("textarea:visible").last
        area.fill(target)
        fields.get_by_role("button", name="Save", exact=True).click()
        expect(area).not_to_be_visible()
    # The card follows without the page being loaded again.
    expect(translator.locator(".translation-steps")).to_contain_text("3 of 3 texts translated")
    expect(translator.get_by_role("button", name="Publish")).to_have_count(0)
    assert status(visitor, "/en/the-test-page/") == 404
    assert translating.faults == []

    publisher = log_in("publisher").page
    publisher.goto(f"/admin/pages/{copy}/edit/")
    publisher.locator(".translation-steps").get_by_role("button", name="Publiko", exact=True).click()
    publisher.wait_for_load_state()
    assert status(visitor, "/en/the-test-page/") == 200
    visitor.goto("/en/the-test-page/")
    expect(visitor.locator("main")).to_contain_text("A sentence for a test.")


def test_an_editor_opens_previews_and_publishes_every_page_type(
    log_in: Callable[[str], Watched], site: RunningSite
) -> None:
    editor = log_in("editor")
    page = editor.page
    numbers = site.shell(
        "from wagtail.models import Page; "
        "pages = Page.objects.filter(locale__language_code='sq', depth__gt=1); "
        "print(*{page.content_type_id: page.pk for page in pages}.values())"
    ).split()
    assert len(numbers) == 10
    for number in numbers:
        page.goto(f"/admin/pages/{number}/edit/")
        title = page.input_value("#id_title")
        toggle = page.locator("button[aria-controls*=preview], [data-side-panel-toggle=preview]").first
        # The editor remembers from one page to the next that the panel is open.
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        preview = page.frame_locator("iframe[src*=in_preview_panel]")
        expect(preview.locator("h1")).to_be_visible(timeout=20_000)
        publish(page)
        expect(page.locator(".messages")).to_contain_text(title)
    assert editor.faults == []


def test_a_scheduled_item_appears_by_itself(new_page: Callable[..., Watched], site: RunningSite) -> None:
    visitor = new_page().page
    site.shell(
        "import datetime; from django.utils import timezone; "
        "from news.models import NewsIndexPage, NewsPage; "
        "index = NewsIndexPage.objects.get(locale__language_code='sq'); "
        "item = index.add_child(instance=NewsPage(title='Me orar', slug='me-orar', summary='x', live=False, "
        "go_live_at=timezone.now() + datetime.timedelta(seconds=4))); item.save_revision().publish()"
    )
    assert status(visitor, "/sq/lajme/me-orar/") == 404
    deadline = time.monotonic() + 30
    while status(visitor, "/sq/lajme/me-orar/") != 200:
        assert time.monotonic() < deadline
        time.sleep(0.5)
    visitor.goto("/sq/lajme/")
    expect(visitor.locator("main")).to_contain_text("Me orar")
    site.shell(
        "from news.models import NewsPage; "
        "NewsPage.objects.get(slug='me-orar', locale__language_code='sq').delete()"
    )
