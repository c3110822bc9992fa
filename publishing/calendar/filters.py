"""The filters of the calendar: page type, section and kind; what is none of the choices filters nothing."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models

from publishing.calendar.contents import Calendar
from publishing.calendar.entries import Kind
from translation.matrix.matrix import title_of


class Filters(forms.Form):
    """What is shown; every field may be left out."""

    type = forms.ChoiceField(label=_("Page type"), required=False)
    section = forms.ChoiceField(label=_("Section"), required=False)
    kind = forms.ChoiceField(label=_("What happens"), required=False)

    def __init__(self, data: Mapping[str, Any], calendar: Calendar) -> None:
        super().__init__(data, auto_id="calendar-%s")
        # What stands below the home page, with a title that the person may know.
        below = calendar.known.versions().filter(pk__in=calendar.sources.filter(depth=3).values("pk"))
        sections = [(page, title_of({settings.LANGUAGE_CODE: page})[0]) for page in below.order_by("path")]
        self.paths = {str(page.pk): page.path for page, _title in sections}
        self.models = {model._meta.label_lower: model for model in get_page_models() if model is not Page}
        everything = ("", _("All"))
        types = [(label, capfirst(str(model._meta.verbose_name))) for label, model in self.models.items()]
        self.offer("type", [everything, *sorted(types, key=lambda choice: choice[1])])
        self.offer("section", [everything, *((str(page.pk), title) for page, title in sections if title)])
        self.offer("kind", [everything, *Kind.choices])

    def offer(self, name: str, choices: list[Any]) -> None:
        """Give the field its choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = choices

    @property
    def chosen(self) -> dict[str, str]:
        """The choices that filter something, by field."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, calendar: Calendar) -> None:
        """Leave in the calendar what was chosen."""
        chosen = self.chosen
        if label := chosen.get("type"):
            kind = ContentType.objects.get_for_model(self.models[label])
            calendar.sources = calendar.sources.filter(content_type=kind)
        if section := chosen.get("section"):
            calendar.sources = calendar.sources.filter(path__startswith=self.paths[section])
        if what := chosen.get("kind"):
            calendar.kinds = {Kind(what)}
