"""The translation editor's button for machine translation: a draft for a person to read."""

import logging
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue
from wagtail_localize.views.edit_translation import user_can_edit_instance

from translation.localize.checked import faults, store
from translation.machine.translators import TranslatorError
from translation.progress import measured_once

logger = logging.getLogger(__name__)


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Ask the translator for every text that has none; say how many it gave, or that it failed."""
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), pk=translation_id
    )
    translator = get_machine_translator()
    if translator is None or not translator.can_translate(
        translation.source.locale, translation.target_locale
    ):
        raise Http404
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if not user_can_edit_instance(request.user, target):
        raise PermissionDenied
    try:
        done, left = fill(translation, translator, request.user)
    except TranslatorError as error:
        logger.warning("%s failed: %s", translator.display_name, error)
        messages.error(
            request,
            gettext(
                "%(tool)s gave no usable answer. Nothing was stored; please try again later or translate "
                "yourself."
            )
            % {"tool": translator.display_name},
        )
    else:
        report(request, translator.display_name, done, left)
    back = get_valid_next_url_from_request(request) or translation.get_target_instance_edit_url()
    return HttpResponseRedirect(back)


def report(request: HttpRequest, tool: str, done: int, left: int) -> None:
    """Say how many texts were translated, and how many were left."""
    if done:
        message = ngettext(
            "%(tool)s translated %(number)d text. Please read and confirm it before you publish.",
            "%(tool)s translated %(number)d texts. Please read and confirm them before you publish.",
            done,
        )
        messages.success(request, message % {"tool": tool, "number": done})
    if left:
        message = ngettext(
            "%(number)d text is left for you: there is no usable translation of it.",
            "%(number)d texts are left for you: there is no usable translation of them.",
            left,
        )
        messages.warning(request, message % {"number": left})
    if not done and not left:
        messages.warning(request, gettext("Every text has a translation already."))


def fill(translation: Translation, translator: Any, user: Any) -> tuple[int, int]:
    """Store the translator's texts for those that have none; return how many it gave, and how many are left.

    Raises TranslatorError; then nothing is stored.
    """
    segments = untranslated(translation)
    # An address is made from the title by a person, not from words by a machine.
    asked = {s.string.data: StringValue(s.string.data) for s in segments if s.context.path != "slug"}
    answers = {}
    if asked:
        answers = translator.translate(translation.source.locale, translation.target_locale, asked.values())
    done = 0
    with transaction.atomic(), measured_once():
        # Again, because a person may have written meanwhile.
        segments = untranslated(translation)
        for segment in segments:
            answer = answers.get(StringValue(segment.string.data))
            if segment.context.path == "slug" or answer is None or faults(segment, answer.data):
                continue
            store(translation, segment, answer.data, user, machine=True, tool=str(translator.display_name))
            done += 1
    return done, len(segments) - done


def untranslated(translation: Translation) -> list[StringSegment]:
    """Return the texts for which nothing is stored."""
    has = translation.source.stringsegment_set.get_translations(translation.target_locale)
    known = set(StringTranslation.objects.filter(pk__in=has).values_list("translation_of", "context"))
    segments = translation.source.stringsegment_set.select_related(
        "string", "context", "source__specific_content_type"
    ).order_by("order")
    return [segment for segment in segments if (segment.string_id, segment.context_id) not in known]
