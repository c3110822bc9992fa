"""Templates of the admin without scripts in the page: which of other packages we replaced, and by what."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminPageChooser, AdminTimeInput
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtail.images.widgets import AdminImageChooser

from home.models import HomePage
from organisation.models import BoardPage

ELEMENT = re.compile(r"<script\b[^>]*>", re.DOTALL)
HANDLER = re.compile(r"""<[a-z][^>]*\son[a-z]+\s*=|(href|src|action)=["']\s*javascript:""", re.IGNORECASE)
TAG = re.compile(r"{%.*?%}")
REPLACED = {
    "wagtailadmin/panels/inline_panel.html",
    "wagtailadmin/panels/multiple_chooser_panel.html",
    "wagtailadmin/widgets/date_input.html",
    "wagtailadmin/widgets/datetime_input.html",
    "wagtailadmin/widgets/time_input.html",
    "wagtail_localize/admin/edit_translation.html",
}
# The addresses that show these refuse everybody: tests/attacks.py, "see-submit".
NEVER_SHOWN = {"wagtail_localize/admin/submit_translation.html"}


def with_script(text: str) -> bool:
    """Tell whether a template holds what the content policy stops."""
    written = [tag for tag in ELEMENT.findall(text) if "src=" not in tag and "json" not in tag]
    return bool(written or HANDLER.search(TAG.sub("", text)))


def templates_of(packages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield name and text of every template of the packages' installed apps."""
    for config in apps.get_app_configs():
        folder = Path(config.path) / "templates"
        if config.name.startswith(packages):
            for file in folder.rglob("*.html"):
                yield str(file.relative_to(folder)), file.read_text()


def test_upstream_has_scripts_where_we_know_them() -> None:
    """When this fails, upstream moved or mended a script: follow, or drop our template."""
    found = {name for name, text in templates_of(("wagtail", "taggit")) if with_script(text)}
    assert found == REPLACED | NEVER_SHOWN


def test_none_of_our_templates_has_a_script_in_the_page() -> None:
    ours = tuple(app for app in settings.INSTALLED_APPS if (settings.BASE_DIR / app).is_dir())
    texts = dict(templates_of(ours))
    assert len(texts) > 90
    assert [name for name, text in texts.items() if with_script(text)] == []
    for name in REPLACED:
        assert str(settings.BASE_DIR) in str(get_template(name).origin), name  # type: ignore[attr-defined]


def test_our_block_of_scripts_holds_all_of_upstreams() -> None:
    """When this fails, upstream changed the scripts of its translation editor: take the change over."""
    name = "wagtail_localize/admin/edit_translation.html"
    block = dict(templates_of(("wagtail_localize",)))[name].split("{% block extra_js %}")[1]
    ours = (settings.BASE_DIR / "translation/templates" / name).read_text().replace('"', "'")
    ours = ours.split("{% block extra_js %}")[1]
    lines = block.split("{% endblock %}")[0].replace('"', "'").splitlines()
    missing = " ".join(line.strip() for line in lines if line.strip() not in ours)
    assert missing == (
        "<script> if (typeof window.chooserUrls === 'undefined') { window.chooserUrls = { "
        "imageChooser: '{% url 'wagtailimages_chooser:choose' %}', "
        "documentChooser: '{% url 'wagtaildocs_chooser:choose' %}', "
        "pageChooser: '{% url 'wagtailadmin_choose_page' %}',"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("widget", "name", "more"),
    [
        (AdminDateInput(), "initDateChooser", {"format"}),
        (AdminTimeInput(), "initTimeChooser", {"format"}),
        (AdminDateTimeInput(), "initDateTimeChooser", {"format", "formatTime"}),
        (AdminPageChooser(), "PageChooser", {"modalUrl", "modelNames"}),
        (AdminImageChooser(), "ImageChooser", {"modalUrl"}),
        (AdminTaskChooser(), "createTaskChooser", {"modalUrl"}),
    ],
)
def test_widgets_say_what_starts_them(widget: forms.Widget, name: str, more: set[str]) -> None:
    html = str(widget.render("date", None, {"id": 'id_"date'}))
    assert not with_script(html)
    start = BeautifulSoup(html, "html.parser").find(attrs={"data-controller": "start"})
    assert start["data-start-name-value"] == name
    number, options = json.loads(start["data-start-arguments-value"])
    assert number == 'id_"date'
    assert more <= options.keys()
    script = Path(finders.find("pvpt/admin/start.js") or "").read_text()
    assert f'"{name}"' in script


@pytest.mark.django_db
def test_the_editor_of_a_page_has_no_script_in_it(publisher: Any, homes: dict[str, HomePage]) -> None:
    page = BoardPage.objects.get(locale=homes["sq"].locale)
    html = publisher.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert not with_script(html)
    soup = BeautifulSoup(html, "html.parser")
    started = {
        element["data-start-name-value"] for element in soup.find_all(attrs={"data-controller": "start"})
    }
    assert started >= {"InlinePanel", "ImageChooser", "initDateTimeChooser"}
    order = [script["src"] for script in soup.find_all("script", src=True)]
    assert order.index(versioned_static("wagtailadmin/js/core.js")) < order.index(
        "/static/pvpt/admin/start.js"
    )
