"""What the editor's content checker looks for besides Wagtail's own rules: words, pictures, placeholders.

The rules run in the browser, over the preview; `checks.js` holds them, and this file their words and lists.
"""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.forms import Script
from django.http import HttpRequest
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from translation.discretion import telling_words
from translation.matrix.contents import read
from translation.matrix.parity import PLACEHOLDER
from translation.sources import is_source

# Longer sentences are hard to follow for those who read slowly, or hear the page read.
MOST_WORDS = 30
# Words of a link that tell nobody where it leads, in the three languages.
EMPTY_WORDS = [
    *("këtu", "kliko këtu", "klikoni këtu", "më shumë", "lexo më shumë", "lexoni më shumë", "lidhja"),
    *("ovde", "klikni ovde", "kliknite ovde", "više", "pročitaj više", "pročitajte više", "opširnije"),
    *("here", "click here", "more", "read more", "learn more", "this page", "this link", "link"),
]
# Shorter descriptions may well be the same in two languages: they are mostly names.
FEWEST_WORDS = 3
PICTURES = "main figure img, main .hero-picture img"
RULES = {
    "pvpt-picture-description": PICTURES,
    "pvpt-picture-name": PICTURES,
    "pvpt-picture-language": PICTURES,
    "pvpt-link-words": "main a[href]",
    "pvpt-sentence-length": "main :is(p, li, dd, blockquote)",
    "pvpt-placeholder": "main *",
    "pvpt-neutral-address": "main",
}


class ContentChecks(ContentCheckerItem):
    """Wagtail's checker with our rules."""

    axe_run_only = [*ContentCheckerItem.axe_run_only, *RULES]
    axe_custom_rules = [
        *ContentCheckerItem.axe_custom_rules,
        *(
            {
                "id": name,
                "impact": "serious",
                "selector": selector,
                "tags": ["best-practice"],
                "any": [name],
                "enabled": True,
            }
            for name, selector in RULES.items()
        ),
    ]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        "pvpt-picture-description": {
            "error_name": _("Picture without a description"),
            "help_text": _(
                "Say in one sentence what it shows. Leave it empty only if the picture just decorates."
            ),
        },
        "pvpt-picture-name": {
            "error_name": _("The description of the picture is only its name or caption"),
            "help_text": _("Say what the picture shows, for people who do not see it."),
        },
        "pvpt-picture-language": {
            "error_name": _("The description of the picture is in Albanian"),
            "help_text": _("Translate it into the language of the page."),
        },
        "pvpt-link-words": {
            "error_name": _("The words of the link do not say where it leads"),
            "help_text": _("Name the page or the file instead of “here”, “more” or an address."),
        },
        "pvpt-sentence-length": {
            "error_name": format_lazy(_("Sentence with more than {number} words"), number=MOST_WORDS),
            "help_text": _("Make two sentences of it."),
        },
        "pvpt-placeholder": {
            "error_name": _("Something is still to be completed"),
            "help_text": _("Replace the square brackets with what the office has confirmed."),
        },
        "pvpt-neutral-address": {
            "error_name": _("The address tells what this neutral page is about"),
            "help_text": _(
                "It stays in the list of pages that a browser keeps. Choose words that say nothing of the "
                "subject; the former address leads to the new one."
            ),
        },
    }

    class Media:
        js = [Script("translation/checks.js", type="module")]

    def __init__(self, shown: Any, in_editor: bool = False) -> None:
        super().__init__(in_editor=in_editor)
        # Records are previewed too.
        self.page = shown if isinstance(shown, Page) else None

    def get_axe_custom_checks(self, request: HttpRequest | None) -> list[dict[str, Any]]:
        """Return Wagtail's checks and ours, with what they must know of this page."""
        options: dict[str, Any] = {
            "pvpt-picture-name": names_of_pictures(self.page),
            "pvpt-picture-language": source_descriptions(self.page),
            "pvpt-link-words": EMPTY_WORDS,
            "pvpt-sentence-length": MOST_WORDS,
            "pvpt-placeholder": PLACEHOLDER.pattern,
            "pvpt-neutral-address": telling_words(self.page) if self.page else [],
        }
        ours = [{"id": name, "options": {"known": options.get(name)}} for name in RULES]
        return [*super().get_axe_custom_checks(request), *ours]


def names_of_pictures(page: Page | None) -> list[str]:
    """Return the titles and file names of the pictures on the page."""
    if page is None:
        return []
    shown = get_image_model().objects.filter(pk__in=read(page.specific_deferred).images)
    return [
        name for title, file in shown.values_list("title", "file") for name in (title, PurePath(file).stem)
    ]


def source_descriptions(page: Page | None) -> list[str]:
    """Return the Albanian descriptions of pictures that a translation must not show."""
    if page is None or not page.pk or is_source(page):
        return []
    source = page.get_translation_or_none(Locale.objects.get(language_code=settings.LANGUAGE_CODE))
    if source is None:
        return []
    return [
        text
        for place, text in read(source.specific).texts.items()
        if place.endswith("alt") and len(text.split()) >= FEWEST_WORDS
    ]
