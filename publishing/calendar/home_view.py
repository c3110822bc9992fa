"""The look ahead in the admin: a form for moment and language, and the home page in a frame."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from publishing.calendar.rehearsal import MOST_ITEMS, Rehearsed, TooMuchError, home_at, homes_to_look_at
from publishing.calendar.views import CSS, StaffMixin
from pvpt import languages
from pvpt.forms import LocalDateTimeField, LocalDateTimeInput

ADDRESS_OF_LINK = re.compile(r'(<a\b[^>]*?)\s+href="[^"]*"')
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)


class MomentForm(forms.Form):
    """Which home page, and when."""

    moment = LocalDateTimeField(label=gettext_lazy("Moment"), widget=LocalDateTimeInput)
    language = forms.ChoiceField(label=gettext_lazy("Language"))

    def __init__(self, *args: Any, codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(code, languages.NAMES[code]) for code in codes]

    def clean_moment(self) -> Any:
        """Refuse the past, which nobody can bring back."""
        moment = self.cleaned_data["moment"]
        if moment < timezone.now() - datetime.timedelta(minutes=1):
            raise forms.ValidationError(_("This moment has passed. Choose a later one."))
        return moment


class HomeView(StaffMixin, TemplateView):
    """How the home page will look at a moment, for those who may publish it."""

    page_title = gettext_lazy("The home page at a later moment")
    template_name = "publishing/calendar/home.html"
    header_icon = "view"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the home pages; raise PermissionDenied where there is none for the person."""
        super().setup(request, *args, **kwargs)
        self.homes = {home.locale.language_code: home for home in homes_to_look_at(request)}
        if not self.homes:
            raise PermissionDenied

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form, and the home page where the form says which."""
        asked: Mapping[str, Any] | None = self.request.GET if "moment" in self.request.GET else None
        codes = list(self.homes)
        first = {"moment": timezone.localtime().replace(second=0), "language": codes[0]}
        if asked is not None and "language" not in asked:
            asked = {"moment": asked["moment"], "language": codes[0]}
        form = MomentForm(asked, initial=first, codes=codes)
        context = super().get_context_data(form=form, **kwargs)
        context["media"] = CSS + form.media
        if asked is not None and form.is_valid():
            context |= self.rehearsed(form.cleaned_data["moment"], form.cleaned_data["language"])
        return context

    def rehearsed(self, moment: Any, language: str) -> dict[str, Any]:
        """Return the home page, or a sentence why there is none."""
        trouble, found = "", Rehearsed()
        try:
            found = home_at(self.homes[language], moment, self.request)
        except TooMuchError:
            trouble = _(
                "More is due until then than can be shown (at most %(number)s items). "
                "Choose an earlier moment."
            ) % {"number": MOST_ITEMS}
        except DatabaseError:
            trouble = _("The database is busy with something else. Try again.")
        else:
            if found.html is None:
                trouble = _("The home page is not on the site in this language at that moment.")
        return {
            "trouble": trouble,
            "found": found,
            "moment": moment,
            "language": language,
            "language_name": languages.NAMES[language],
            # Where its links lead, today's site would be shown; in the frame no script may run.
            "home_html": SCRIPT.sub("", ADDRESS_OF_LINK.sub(r"\1", found.html or "")),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """Keep what is not public yet out of every store."""
        response = super().render_to_response(context, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        return response
