"""The form of a hotline: whoever has called the number says so with one tick."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class HotlineForm(WagtailAdminModelForm):
    """Writes down when the record was checked, and who did it."""

    checked_today = forms.BooleanField(
        label=_("checked today"),
        required=False,
        help_text=_("Tick only if you have called the number today and everything above is right."),
    )

    def save(self, commit: bool = True) -> Any:
        """Save the record, with today's date and the person's name where it was checked."""
        if self.cleaned_data.get("checked_today"):
            self.instance.last_checked = timezone.localdate()
            self.instance.checked_by = self.for_user
        return super().save(commit)
