"""The form that moves an item of the calendar; it is a page of its own and works without a script."""

import datetime
from contextlib import nullcontext
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from publishing.calendar import moving
from publishing.calendar.views import CSS, StaffMixin
from pvpt.forms import LocalDateTimeField, LocalDateTimeInput
from translation.rights import languages_of

MINUTE = datetime.timedelta(minutes=1)


class MoveForm(forms.Form):
    """When the item goes live and when it ends; a field is there if the item can have that date."""

    go_live_at = LocalDateTimeField(label=gettext_lazy("Goes live"), widget=LocalDateTimeInput)
    expire_at = LocalDateTimeField(
        label=gettext_lazy("Expires"),
        widget=LocalDateTimeInput,
        required=False,
        help_text=gettext_lazy("Leave empty if it stays on the site."),
    )
    seal = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any, item: moving.Item, may_end: bool) -> None:
        self.item = item
        initial = {
            "go_live_at": shown(item.go_live_at),
            "expire_at": shown(item.expire_at),
            "seal": item.seal,
        }
        super().__init__(data, initial=initial)
        if item.revision is None:
            del self.fields["go_live_at"]
        elif item.page.live:
            self.fields["go_live_at"].label = gettext_lazy("Change goes live")
        if not may_end:
            del self.fields["expire_at"]

    def chosen(self, name: str) -> datetime.datetime | None:
        """Return the date that was entered, or the one of the item where it was left as it was shown."""
        present: datetime.datetime | None = getattr(self.item, name)
        if name not in self.fields:
            return present
        entered: datetime.datetime | None = self.cleaned_data.get(name)
        return present if entered == shown(present) else entered

    def explanations(self) -> list[str]:
        """Return what the change of the clocks made of the dates that were entered."""
        fields = {name: field for name, field in self.fields.items() if isinstance(field, LocalDateTimeField)}
        moments = [field.moment(self.data.get(name)) for name, field in fields.items()]
        return [moment.explanation for moment in moments if moment and moment.explanation]

    def clean_go_live_at(self) -> datetime.datetime:
        """Refuse a new date that has passed."""
        return self.not_past("go_live_at")

    def clean_expire_at(self) -> datetime.datetime | None:
        """Refuse a new date that has passed."""
        return self.not_past("expire_at")

    def not_past(self, name: str) -> Any:
        """Return the date; raises ValidationError for a new one that has passed."""
        moment = self.chosen(name)
        if moment and moment != getattr(self.item, name) and moment <= timezone.now():
            raise forms.ValidationError(_("This moment has passed. Choose a later one."))
        return self.cleaned_data.get(name)

    def clean(self) -> dict[str, Any]:
        """Refuse an end that comes before the beginning."""
        found = super().clean() or self.cleaned_data
        begins, ends = self.chosen("go_live_at"), self.chosen("expire_at")
        if not self.errors and begins and ends and ends <= begins:
            name = "expire_at" if "expire_at" in self.fields else "go_live_at"
            self.add_error(name, _("It would expire before it goes live."))
        return found


def shown(moment: datetime.datetime | None) -> datetime.datetime | None:
    """Return the moment as a form shows it, in whole minutes."""
    return moment.replace(second=0, microsecond=0) if moment else None


class MoveView(StaffMixin, TemplateView):
    """The form, for those who may publish the source."""

    page_title = gettext_lazy("Move in the calendar")
    template_name = "publishing/calendar/move.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Raise PermissionDenied for those who publish no source, whatever page they ask for."""
        super().setup(request, *args, **kwargs)
        if settings.LANGUAGE_CODE not in languages_of(request.user, "publish"):
            raise PermissionDenied

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the item; raise PermissionDenied where the person may not publish it."""
        # A change reads the item again under a lock, so that nobody's work is overwritten.
        changes = request.method == "POST"
        with transaction.atomic() if changes else nullcontext():
            self.item = moving.find(kwargs["page_id"], lock=changes)
            if self.item is None:
                messages.warning(request, _("This page is not in the calendar any more."))
                return HttpResponseRedirect(self.back())
            self.tester = self.item.page.permissions_for_user(request.user)
            if not self.tester.can_publish():
                raise PermissionDenied
            # Rendered later, when the lock is not needed any more.
            return super().dispatch(request, *args, **kwargs)

    def back(self) -> str:
        """Return where the person came from."""
        return get_valid_next_url_from_request(self.request) or reverse("publishing_calendar")

    def get_page_subtitle(self) -> str:
        """Name the item."""
        return self.item.title if self.item else ""

    def form(self, data: Any = None) -> MoveForm:
        """Return the form of the item."""
        assert self.item is not None  # noqa: S101  dispatch has found it
        return MoveForm(data, self.item, may_end=not self.tester.is_fixed())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form, who keeps the item, and the way to take it off the calendar."""
        assert self.item is not None  # noqa: S101  dispatch has found it
        form = kwargs.pop("form", None) or self.form()
        revision = self.item.revision
        off = None
        if revision and self.tester.can_unschedule():
            off = reverse("wagtailadmin_pages:revisions_unschedule", args=[self.item.page.pk, revision.pk])
        context = super().get_context_data(form=form, **kwargs)
        return context | {
            "media": CSS + form.media,
            "item": self.item,
            "reason": moving.why_not(self.item, self.request.user),
            "take_off": off,
            "back": self.back(),
            "zone": timezone.get_default_timezone_name(),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Move the item, or say why not."""
        assert self.item is not None  # noqa: S101  dispatch has found it
        if reason := moving.why_not(self.item, request.user):
            messages.error(request, reason)
            return self.again(self.form())
        form = self.form(request.POST)
        if request.POST.get("seal") != self.item.seal:
            messages.error(request, moving.changed_sentence())
            return self.again(self.form())
        if not form.is_valid():
            messages.error(request, _("Nothing was moved: see what stands beside the dates."))
            return self.again(form)
        if moving.move(self.item, form.chosen("go_live_at"), form.chosen("expire_at"), request.user):
            moved = _("Moved: “%(title)s”.") % {"title": self.item.title}
            messages.success(request, " ".join([moved, *form.explanations()]))
        return HttpResponseRedirect(self.back())

    def again(self, form: MoveForm) -> HttpResponse:
        """Show the form with what was entered."""
        return self.render_to_response(self.get_context_data(form=form))
