"""The page with the open texts of a translation, and what its buttons do."""

import re
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translation.localize.checked import faults, store
from translation.progress import measured_once
from translation.suggestions.memory import readable
from translation.suggestions.texts import exact_for, panel

# A part of the page: the list, or one text.
PLACE = re.compile(r"texts|text-[0-9]{1,18}")


def open_texts(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Show the open texts; on POST store what was chosen or typed, or show it again with what is wrong."""
    found = Translation.objects.select_related("source__specific_content_type", "target_locale")
    translation = get_object_or_404(found, pk=translation_id)
    if request.method != "POST":
        return shown(request, translation)
    if request.POST.get("action") == "all":
        return take_all(request, translation)
    return save(request, translation)


def shown(request: HttpRequest, translation: Translation, **typed: Any) -> HttpResponse:
    """Return the page with all open texts or, where something was typed, with that text."""
    only = typed.pop("only", None)
    found = panel(translation, request.user, request.GET.get("texts", 1), only)
    for text in found.texts if only else []:
        text.typed, text.faults, text.then = typed["text"], typed["faults"], request.POST.get("then", "")
    back = translation.get_target_instance_edit_url()
    address = reverse("translation_texts", args=[translation.pk])
    context = {
        "page_title": gettext("Open texts"),
        "page_subtitle": translation.get_target_instance(),
        "header_icon": "wagtail-localize-language",
        "panel": found,
        "address": address,
        # A text that was refused returns to where it came from.
        "next": (get_valid_next_url_from_request(request) or back) if only else request.get_full_path(),
        "back": back,
        "only": only,
    }
    return render(request, "translation/suggestions/page.html", context)


def save(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Store one text as the person's own."""
    typed = clean(request.POST.get("text", ""))
    key = request.POST.get("segment", "")
    segments = StringSegment.objects.select_related("string", "context", "source__specific_content_type")
    segment = segments.filter(pk=key, source=translation.source).first() if is_key(key) else None
    if segment is None:
        message = gettext("The source has changed and no longer has this text. You wrote: %(text)s")
        messages.error(request, message % {"text": typed})
        return onwards(request, translation)
    text = segment.string.data if request.POST.get("action") == "same" else typed
    with transaction.atomic():
        refused = faults(segment, text) or changed_meanwhile(request, translation, segment, text)
        if not refused:
            store(translation, segment, text, request.user)
    if refused:
        return shown(request, translation, only=segment, text=text, faults=refused)
    messages.success(request, gettext("The text is saved."))
    return onwards(request, translation)


def changed_meanwhile(
    request: HttpRequest, translation: Translation, segment: StringSegment, text: str
) -> list[str]:
    """Return a sentence if somebody has stored another text since this one was shown."""
    stored = StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id, locale=translation.target_locale_id
    ).first()
    if stored is None or clean(stored.data) in (clean(request.POST.get("before", "")), text):
        return []
    message = gettext("Somebody has saved another text meanwhile: “%(text)s”. Save again to replace it.")
    return [message % {"text": stored.data}]


def take_all(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Store every text that has exactly one translation elsewhere."""
    done = 0
    with transaction.atomic(), measured_once():
        for segment, text in exact_for(translation, readable(request.user, translation.target_locale)):
            if not faults(segment, text):
                store(translation, segment, text, request.user)
                done += 1
    message = ngettext(
        "%(number)d text was taken from other pages.", "%(number)d texts were taken from other pages.", done
    )
    messages.success(request, message % {"number": done})
    return onwards(request, translation)


def onwards(request: HttpRequest, translation: Translation) -> HttpResponse:
    """Return to where the button was, or to the text after it."""
    url = get_valid_next_url_from_request(request) or reverse("translation_texts", args=[translation.pk])
    then = request.POST.get("then", "")
    return HttpResponseRedirect(f"{url}#{then}" if PLACE.fullmatch(then) else url)


def clean(text: str) -> str:
    """Return the text with the line ends that are stored, without space around it."""
    return text.replace("\r\n", "\n").strip()


def is_key(text: str) -> bool:
    """Tell whether the text may be the key of a stored object."""
    return text.isascii() and text.isdigit() and len(text) < 19


def urls(guard: Any) -> list[URLPattern]:
    """Return the address, guarded by who may work on the translation."""
    return [path("translation/<int:translation_id>/texts/", guard(open_texts), name="translation_texts")]
