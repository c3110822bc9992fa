"""System checks of our own rules."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connection
from django.utils.translation import to_locale
from wagtail.models import Page, Site, get_page_models

from pvpt.models import BasePage


@register(Tags.models)
def page_types(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every page type extends BasePage and names its parents and children."""
    messages: list[CheckMessage] = []
    for model in get_page_models():
        if model is Page:
            continue
        if not issubclass(model, BasePage):
            hint = "Let it inherit from pvpt.models.BasePage."
            messages.append(
                Error(f"{model.__name__} is not a BasePage.", hint=hint, obj=model, id="pvpt.E001")
            )
        for rule in ("parent_page_types", "subpage_types"):
            if not any(rule in vars(parent) for parent in model.__mro__ if parent is not Page):
                hint = f"List the page types in {rule}, as strings."
                messages.append(
                    Error(f"{model.__name__} has no {rule}.", hint=hint, obj=model, id="pvpt.E002")
                )
    return messages


@register(Tags.translation)
def catalogues(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every language has its compiled catalogue; msgids are English, so English needs none."""
    messages: list[CheckMessage] = []
    for code, _name in settings.LANGUAGES:
        folder = settings.BASE_DIR / "locale" / to_locale(code) / "LC_MESSAGES"
        if code != "en" and not (folder / "django.mo").exists():
            hint = "Run `python -m pvpt.catalogues`."
            messages.append(Warning(f"The catalogue of {code} is not built.", hint=hint, id="pvpt.W001"))
    return messages


@register(Tags.database)
def live_sections(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Home pages and their sections are live in every language, once the site is filled.

    Wagtail serves another language's pages under a prefix whose own home page is not live.
    """
    # Before the first migration there is nothing to look at.
    if not databases or Site._meta.db_table not in connection.introspection.table_names():
        return []
    try:
        return missing_sections()
    except DatabaseError:
        # Between two migrations the tables do not fit the models; the check runs again after them.
        return []


def missing_sections() -> list[CheckMessage]:
    """Return a warning for every home page and section that is not live in a language."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None or not issubclass(site.root_page.specific_class or Page, BasePage):
        return []
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    # Sections of any language and state: the one that was unpublished is the one to speak of.
    sections = [
        page for home in homes for page in home.get_children().filter(content_type__in=single_types())
    ]
    groups: dict[Any, list[Page]] = defaultdict(list)
    for page in [*homes, *sections]:
        groups[page.translation_key].append(page)
    live = set(
        Page.objects.filter(translation_key__in=groups, live=True).values_list(
            "translation_key", "locale__language_code"
        )
    )
    return [
        Warning(
            f"“{pages[0].title}” is not live in {code}.",
            hint="Translate and publish it in the admin.",
            obj=pages[0],
            id="pvpt.W002",
        )
        for key, pages in groups.items()
        for code, _name in settings.LANGUAGES
        if (key, code) not in live
    ]


def single_types() -> list[ContentType]:
    """Return the content types of the sections: those of which a home page has one."""
    models = [model for model in get_page_models() if model.max_count_per_parent == 1]
    return list(ContentType.objects.get_for_models(*models).values())
