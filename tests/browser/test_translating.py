"""The translation desk in a browser: each role does its part of the work on a news item."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser

# What an editor writes, and its translation; the second item has two texts in common with the first.
FIRST = ("Trajnim në Prizren", "Training in Prizren", "Regjistrimi është i hapur.", "Registration is open.")
SECOND = ("Trajnim në Gjilan", "Training in Gjilan", "Regjistrimi është i hapur.", "Registration is open.")


@pytest.fixture
def item(site: RunningSite) -> Callable[[str, str], tuple[int, int]]:
    """Write a draft news item and send it; return the numbers of the item and of its English draft."""

    def write(title: str, summary: str) -> tuple[int, int]:
        printed = site.shell(
            "from news.models import NewsIndexPage, NewsPage; from pvpt.models import User; "
            "from translation.desk.sending import send; "
            "index = NewsIndexPage.objects.get(locale__language_code='sq'); "
            f"page = index.add_child(instance=NewsPage(title={title!r}, summary={summary!r}, live=False)); "
            "page.save_revision(); send(page, User.objects.get(email='editor@example.org')); "
            "print(page.pk, page.get_translations().get(locale__language_code='en').pk)"
        )
        source, english = printed.split()
        return int(source), int(english)

    return write


def give(page: Page, source: str, text: str) -> None:
    """Translate an open text."""
    row = page.locator("#texts > ol > li", has_text=source).first
    row.locator("textarea").fill(text)
    row.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_load_state()


def step(page: Page, name: str) -> None:
    """Do something with the translation as a whole."""
    page.locator(".translation-steps").get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def publish_source(site: RunningSite, number: int, **values: str) -> None:
    """Change fields of the source and publish it."""
    changes = "; ".join(f"page.{name} = {value!r}" for name, value in values.items()) or "pass"
    site.shell(
        f"from news.models import NewsPage; page = NewsPage.objects.get(pk={number}); {changes}; "
        "page.save_revision().publish()"
    )


def test_a_news_item_from_albanian_into_english(
    log_in: Callable[[str], Watched],
    new_page: Callable[..., Watched],
    site: RunningSite,
    item: Callable[[str, str], tuple[int, int]],
    tmp_path: Path,
) -> None:
    site.shell(
        "from wagtail.users.models import UserProfile; UserProfile.objects.update(preferred_language='en')"
    )
    visitor = new_page().page
    source, english = item(FIRST[0], FIRST[2])
    watched = log_in("translator-en")
    translator = watched.page
    translator.goto(f"/admin/pages/{english}/edit/")

    # By hand; half of it cannot be published or reviewed.
    give(translator, FIRST[0], FIRST[1])
    expect(translator.locator(".translation-steps")).to_contain_text("not translated or not confirmed")
    expect(translator.get_by_role("button", name="Submit for review")).to_have_count(0)
    publisher = log_in("publisher").page
    publisher.goto(f"/admin/pages/{english}/edit/")
    expect(publisher.locator(".translation-steps")).to_contain_text("not translated or not confirmed")
    expect(publisher.locator("button[value=publish]")).to_have_count(0)

    give(translator, "trajnim-ne-prizren", "training-in-prizren")
    give(translator, FIRST[2], FIRST[3])

    # Reviewed before the source is out: it waits, and goes live with it.
    step(translator, "Submit for review")
    expect(translator.locator(".messages")).to_contain_text("Sent for review")
    publisher.goto(f"/admin/pages/{english}/edit/")
    publisher.fill("#translation-comment", "Very good.")
    step(publisher, "Approve")
    expect(publisher.locator(".messages")).to_contain_text("Waiting for the source")
    assert visitor.request.get("/en/news/training-in-prizren/").status == 404
    publish_source(site, source)
    assert visitor.request.get("/en/news/training-in-prizren/").status == 200

    # The source changes: the former translation is the starting point.
    publish_source(site, source, summary="Regjistrimi është i hapur deri nesër.")
    translator.goto(f"/admin/pages/{english}/edit/")
    expect(translator.locator(".translation-steps")).to_contain_text("behind its source")
    row = translator.locator("#texts > ol > li").first
    expect(row.locator("ins").first).to_contain_text("deri nesër")
    expect(row.locator("textarea")).to_have_value(FIRST[3])
    give(translator, "deri nesër", "Registration is open until tomorrow.")
    step(translator, "Submit for review")
    publisher.goto(f"/admin/pages/{english}/edit/")
    step(publisher, "Send back")
    expect(publisher.locator(".messages")).to_contain_text("Write in the comment")
    publisher.fill("#translation-comment", "Say the day.")
    step(publisher, "Send back")
    translator.goto(f"/admin/pages/{english}/edit/")
    expect(translator.locator(".translation-steps")).to_contain_text("Say the day.")
    step(translator, "Submit for review")
    publisher.goto(f"/admin/pages/{english}/edit/")
    step(publisher, "Approve")
    visitor.goto("/en/news/training-in-prizren/")
    expect(visitor.locator("main")).to_contain_text("until tomorrow")

    # A second item: the memory knows a text, a PO editor does the rest.
    _source, second = item(SECOND[0], SECOND[2])
    translator.goto(f"/admin/pages/{second}/edit/")
    translator.locator("#texts > ol > li", has_text=SECOND[2]).get_by_role("button", name="Use").first.click()
    translator.wait_for_load_state()
    with translator.expect_download() as started:
        translator.locator("a[href*='pofile/download']:visible").first.click()
    file = tmp_path / "item.po"
    started.value.save_as(file)
    translated = tmp_path / "translated.po"
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(file)], check=True)
    compendium = tmp_path / "compendium.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entries = f'msgctxt "title"\nmsgid "{SECOND[0]}"\nmsgstr "{SECOND[1]}"\n'
    entries += '\nmsgctxt "slug"\nmsgid "trajnim-ne-gjilan"\nmsgstr "training-in-gjilan"\n'
    compendium.write_text(head + entries)
    merge = ["msgmerge", "--no-fuzzy-matching", "-C", compendium, "-o", translated, file, file]
    subprocess.run(merge, check=True)
    translator.locator("input[type=file][name=file]").first.set_input_files(str(translated))
    translator.wait_for_load_state()
    expect(translator.locator(".translation-steps")).to_contain_text("3 of 3 texts translated")
    expect(translator.locator("body")).to_contain_text(SECOND[1])
    assert watched.faults == []
    site.shell(
        "from news.models import NewsPage; NewsPage.objects.filter(title__startswith='Trajnim në').delete(); "
        "from home.filling.logins import ACCOUNTS; from wagtail.users.models import UserProfile; "
        "[UserProfile.objects.filter(user__email=f'{name}@example.org').update(preferred_language=language) "
        "for name, _group, language in ACCOUNTS]"
    )
