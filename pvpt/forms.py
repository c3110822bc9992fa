"""The form of every page in the admin, and how it reads local times."""

import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

from pvpt import moments

# How far ahead a page is put that only waits for its languages: Wagtail schedules nothing for now.
AT_ONCE = datetime.timedelta(seconds=5)


class LocalDateTimeField(forms.DateTimeField):
    """A date and time of the office; takes also those that the clocks leave out or show twice.

    Django refuses both without saying what to do.
    """

    # As people here write dates on paper: 31.10.2027 02:30, 31. 10. 2027. 02:30.
    ON_PAPER = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\.?,? +([0-9]{1,2}:[0-9]{2})")
    # Tells what was written without a zone from what has one.
    WRITTEN = datetime.timezone(datetime.timedelta(0), "written")

    def moment(self, value: Any) -> moments.Moment | None:
        """Return the moment together with what was written; raises ValidationError for what is no date."""
        if isinstance(value, str):
            value = self.ON_PAPER.sub(r"\3-\2-\1 \4", value)
        with timezone.override(self.WRITTEN):
            found = super().to_python(value)
        if found is None:
            return None
        try:
            if found.tzinfo is self.WRITTEN:
                return moments.resolve(found.replace(tzinfo=None))
            return moments.of(found)
        except OverflowError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def to_python(self, value: Any) -> datetime.datetime | None:
        """Return the moment; raises ValidationError for what is no date."""
        moment = self.moment(value)
        return moment.at if moment else None

    def prepare_value(self, value: Any) -> Any:
        """Return what stands in the field; of a time that happens twice, the second has its zone."""
        if isinstance(value, datetime.datetime) and timezone.is_aware(value):
            local = timezone.localtime(value)
            if local.fold:
                return local.isoformat(" ", "minutes")
        return super().prepare_value(value)


class LocalDateTimeInput(AdminDateTimeInput):
    """Wagtail's field with its calendar, which leaves what was typed as it is.

    The calendar would cut a zone off when the field is left, and put the present moment in the place of
    what it does not understand.
    """

    def get_config(self) -> dict[str, Any]:
        return super().get_config() | {"validateOnBlur": False}


register_form_field_override(
    models.DateTimeField, override={"form_class": LocalDateTimeField, "widget": LocalDateTimeInput}
)


class BasePageForm(WagtailAdminPageForm):
    """Refuses slugs that the site needs for itself, beside the field, and understands "wait for all"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "release" in self.fields:
            # Who says nothing about it gets what is usual.
            self.fields["release"].required = False

    def clean_release(self) -> str:
        """Return which languages the page waits for."""
        return self.cleaned_data["release"] or self.instance.Release.READY

    def clean_slug(self) -> str:
        """Return the slug; raises ValidationError. A page that exists says so itself when it is cleaned."""
        slug = self.cleaned_data["slug"]
        if not self.instance.pk and (reason := self.instance.why_not_slug(slug, self.parent_page)):
            raise ValidationError(reason)
        return slug

    def clean(self) -> dict[str, Any]:
        """Let a page without a date, which is to wait for all languages, wait from now on."""
        cleaned = super().clean()
        waits = cleaned.get("release") == self.instance.Release.ALL and not self.instance.live
        if (
            waits
            and "action-publish" in self.data
            and not cleaned.get("go_live_at")
            and "go_live_at" in cleaned
        ):
            cleaned["go_live_at"] = timezone.now() + AT_ONCE
        return cleaned
