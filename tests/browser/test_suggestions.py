"""Translating with the open texts: what was made of the same text elsewhere, and of one much like it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser

# A page with a text that another page has too, one much like another page's, and one that was changed.
PAGES = """
import json
from home.models import HomePage, StandardPage
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

homes = {home.locale.language_code: home for home in HomePage.objects.all()}
texts = {"Dera është e hapur çdo ditë.": "The door is open every day.",
         "Mblidhemi të hënën në mbrëmje.": "We meet on Monday evening.",
         "Shkruani kur të doni.": "Write whenever you like."}

def translation(page, *paragraphs):
    html = "".join(f"<p>{text}</p>" for text in paragraphs)
    block = {"type": "paragraph", "value": html, "id": "5f6d9a1c-2c39-4b0e-9a3c-0d6f0a6d9b11"}
    page.body = json.dumps([block])
    page.save()
    source, _created = TranslationSource.update_or_create_from_instance(page)
    found, created = Translation.objects.get_or_create(source=source, target_locale=homes["en"].locale)
    if created:
        found.save_target(publish=False)
    return found

def remember(found):
    for segment in found.source.stringsegment_set.filter(string__data__in=texts):
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=homes["en"].locale,
            data=texts[segment.string.data], translation_type="manual",
        )

def page(title, slug):
    return homes["sq"].add_child(instance=StandardPage(title=title, slug=slug, live=False))

remember(translation(page("Të tjerat", "te-tjerat"), *texts))
new = page("E reja", "e-reja")
remember(translation(new, "Shkruani kur të doni."))
changed = "Shkruani ose telefononi kur të doni."
found = translation(new, "Dera është e hapur çdo ditë.", "Mblidhemi të premten në mbrëmje.", changed)
print(found.get_target_instance().pk)
"""


def test_a_translator_works_through_the_open_texts(
    log_in: Callable[[str], Watched], site: RunningSite
) -> None:
    key = site.shell(PAGES).splitlines()[-1]
    watched = log_in("translator-en")
    page = watched.page
    page.goto(f"/admin/pages/{key}/edit/")
    texts = page.locator(".open-texts")
    expect(texts).to_contain_text("5 texts have to be translated or confirmed.")

    texts.get_by_role("button", name="Use 1 translation of the same text").click()
    expect(texts).to_contain_text("4 texts have to be translated or confirmed.")

    similar = texts.locator("ol > li", has_text="të premten")
    field = similar.get_by_role("textbox")
    field.fill("")
    if not similar.locator("details[open]").count():
        similar.locator("summary").click()
    similar.get_by_role("button", name="Put it into the field").click()
    expect(field).to_have_value("We meet on Monday evening.")
    field.fill("We meet on Friday evening.")
    similar.get_by_role("button", name="Save").click()
    expect(texts).to_contain_text("3 texts have to be translated or confirmed.")

    changed = texts.locator("ol > li", has_text="source changed")
    expect(changed.locator("ins")).to_contain_text("ose telefononi")
    expect(changed.get_by_role("textbox")).to_have_value("Write whenever you like.")
    changed.get_by_role("textbox").fill("Write <b>or call")
    changed.get_by_role("button", name="Save").click()
    expect(page.locator(".error-message")).to_be_visible()
    expect(page.get_by_role("textbox", name="Translation")).to_have_value("Write <b>or call")
    page.get_by_role("textbox", name="Translation").fill("Write or call whenever you like.")
    page.get_by_role("button", name="Save").click()
    expect(texts).to_contain_text("2 texts have to be translated or confirmed.")
    assert page.url.split("#")[0].endswith(f"/admin/pages/{key}/edit/")
    assert watched.faults == []
