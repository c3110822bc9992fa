"""All that is missing in a language as one ZIP of PO files, and back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale
from wagtail_localize.models import Translation

from translation.access import target_of, why_locked, why_not_change
from translation.po.archive import MOST_ZIP_BYTES, packed, unpacked
from translation.po.missing import missing
from translation.po.read import UnreadableFileError, identity, read, uploaded, whole
from translation.po.take import Report, take
from translation.po.views import attachment
from translation.rights import languages_of


@dataclass(frozen=True)
class Outcome:
    """What became of one file: a report, or the reason why it was not read."""

    name: str
    title: str = ""
    report: Report | None = None
    reason: str = ""


class Files(WagtailAdminTemplateMixin, TemplateView):
    """The page of a language: what is missing, the ZIP to download, and where to send it back."""

    template_name = "translation/po/files.html"
    header_icon = "download"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the language, which is one that is translated into."""
        super().setup(request, *args, **kwargs)
        self.language: str = kwargs["language"]
        if self.language not in translated_languages(request.user):
            raise PermissionDenied
        self.locale = Locale.objects.get(language_code=self.language)

    def get_page_title(self) -> str:
        return gettext("PO files: %(language)s") % {"language": self.locale.get_display_name()}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = missing(self.request.user, self.language)
        others = translated_languages(self.request.user) - {self.language}
        context = super().get_context_data(**kwargs)
        return context | {
            "language": self.language,
            "missing": found,
            "texts": sum(each.texts for each in found),
            "others": Locale.objects.filter(language_code__in=others),
        }

    def outcomes(self, request: HttpRequest) -> Iterator[Outcome]:
        """Yield what becomes of each file that was sent; raise UnreadableFileError if none can be read."""
        file = request.FILES.get("file")
        data = uploaded(file, MOST_ZIP_BYTES)
        name = str(file)
        single = name.lower().endswith(".po")
        for each, content in [(name, whole(data))] if single else unpacked(data):
            yield self.outcome(each, content)

    def outcome(self, name: str, content: bytes | UnreadableFileError) -> Outcome:
        """Take the texts of one file into the translation that it names."""
        try:
            if isinstance(content, UnreadableFileError):
                raise content
            po = read(content)
            translation = self.translation(identity(po))
        except UnreadableFileError as error:
            return Outcome(name, reason=str(error))
        return Outcome(name, translation.source.object_repr, take(translation, po, self.request.user))

    def translation(self, uuid: UUID) -> Translation:
        """Return the translation; raise UnreadableFileError if the person may not change it here."""
        found = (
            Translation.objects.filter(uuid=uuid, target_locale=self.locale, enabled=True)
            .select_related("source__specific_content_type", "target_locale")
            .first()
        )
        message = gettext("This file belongs to another language, or to a page that you may not change.")
        try:
            target = target_of(found) if found else None
        except Http404:
            target = None
        if found is None or target is None or why_not_change(self.request.user, target):
            raise UnreadableFileError(message)
        if locked := why_locked(self.request.user, target):
            raise UnreadableFileError(locked)
        return found

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take a ZIP or a single PO file, and show what became of each file."""
        try:
            outcomes = list(self.outcomes(request))
        except UnreadableFileError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        return self.render_to_response(self.get_context_data(outcomes=outcomes))


class Archive(Files):
    """The ZIP itself."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send a PO file for each page and record that lacks texts."""
        found = missing(request.user, self.language)
        if not found:
            messages.info(request, gettext("Nothing is missing in this language."))
            return redirect("translation_po", self.language)
        content = packed(each.translation for each in found)
        return attachment(content, f"pvpt-{self.language}.zip", "application/zip")


def first(request: HttpRequest) -> HttpResponse:
    """Lead to the page of the language in which the person works."""
    languages = [code for code, _name in settings.LANGUAGES if code in translated_languages(request.user)]
    if not languages:
        raise PermissionDenied
    return redirect("translation_po", languages[0])


def translated_languages(user: Any) -> set[str]:
    """Return the codes of the languages into which the person translates."""
    return languages_of(user) - {settings.LANGUAGE_CODE}


def urls() -> list[URLPattern]:
    """Return the addresses below /admin/translation/."""
    return [
        path("translation/po/", first, name="translation_po_first"),
        path("translation/po/<slug:language>/", Files.as_view(), name="translation_po"),
        path("translation/po/<slug:language>/zip/", Archive.as_view(), name="translation_po_zip"),
    ]


class FilesMenuItem(MenuItem):
    """Shown to those who translate."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(translated_languages(request.user))


def menu_item() -> MenuItem:
    """Return the entry of the menu that leads here."""
    return FilesMenuItem(
        _("PO files"), reverse_lazy("translation_po_first"), name="po-files", icon_name="download", order=900
    )
