"""What each language will show when a source page goes live."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from pvpt import languages
from translation.desk import gate, readiness
from translation.desk.follow import may_follow, parts
from translation.desk.refresh import has_taken, translations_of
from translation.desk.snapshot import is_current
from translation.models import Ready


@dataclass
class Outlook:
    """A language, whether it will show what the source shows, and a sentence about it."""

    code: str
    goes: bool
    sentence: str

    @property
    def name(self) -> str:
        """The language's own name."""
        return languages.NAMES[self.code]

    @property
    def tag(self) -> str:
        """The tag of the language in HTML."""
        return languages.TAGS[self.code]


def outlook(source: Page | None, version: Page | None = None) -> list[Outlook]:
    """Return what the other languages will show at the next publication of the source page.

    The page is None while it is being made. `version` is what will be published of it, where that is
    not sent to the translators yet.
    """
    unsent = version if version and not has_taken(version) else None
    if source is None:
        return [missing(code) for code in other_languages()]
    versions = {version.locale_id: version for version in source.get_translations().select_related("locale")}
    translations = {
        translation.target_locale.language_code: translation for translation in translations_of(source)
    }
    found = []
    for code in other_languages():
        translation = translations.get(code)
        page = versions.get(translation.target_locale_id) if translation else None
        found.append(of_language(code, translation, page.specific, unsent) if page else missing(code))
    return found


def other_languages() -> list[str]:
    """Return the codes of the languages into which is translated."""
    return [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def missing(code: str) -> Outlook:
    """Return that the language has no version of the page."""
    return Outlook(code, False, _("Not sent to the translators yet; it will not be there."))


def of_language(code: str, translation: Translation, page: Page, unsent: Page | None = None) -> Outlook:
    """Return what the version will do."""
    if unsent and has_new_texts(translation, unsent):
        new = _("The page has new texts: the translators receive them when you schedule or publish it.")
        return Outlook(code, False, f"{new} {what_then(page)}")
    ready = Ready.objects.filter(translation=translation).select_related("revision").first()
    if ready and unsent:
        earlier = _(
            "Marked as ready for an earlier version: the mark ends when you schedule or publish this one."
        )
        return Outlook(code, False, earlier)
    if ready and (reason := readiness.why_held(ready)):
        return Outlook(code, False, _("Marked as ready, but held: %(reason)s.") % {"reason": _(reason)})
    if ready:
        return Outlook(code, True, _("Ready: goes live at the same moment."))
    if page.live and (is_current(translation, page.live_revision) or may_follow(translation, page)):
        return Outlook(code, True, _("On the site; there are no new texts to translate."))
    found = gate.obstacle(translation, AnonymousUser())
    if found and not found.waits:
        why = found.sentence
    else:
        why = _("Translated, but nobody has marked it as ready.")
    return Outlook(code, False, f"{why} {what_then(page)}")


def has_new_texts(translation: Translation, version: Page) -> bool:
    """Tell whether the version says something that the translators have not received."""
    return not parts(version)[0] <= parts(translation.source.as_instance())[0]


def what_then(page: Page) -> str:
    """Return what readers of a language see that does not go along."""
    if page.live:
        return _("It keeps showing the former version.")
    return _("It follows when it is ready.")
