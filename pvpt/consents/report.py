"""The report of people in pictures: what is still to be answered, and whose consent is missing or ends."""

from typing import Any

from django.db.models import Case, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from pvpt.models import CustomImage


class PicturesReport(ReportView):
    """Every picture, those first that somebody has to see to."""

    page_title = _("People in pictures")
    header_icon = "image"
    index_url_name = "people_in_pictures"
    index_results_url_name = "people_in_pictures_results"
    default_ordering = None
    is_searchable = False
    any_permission_required = ["change"]
    model = CustomImage
    columns = [
        TitleColumn("title", label=_("Picture"), url_name="wagtailimages:edit"),
        Column("get_shows_display", label=_("People in the picture")),
        Column("consent", label=_("Consent")),
        Column("consent_state", label=_("State"), accessor=lambda picture: state(picture)),
        TitleColumn(
            "withdraw", label="", accessor=lambda picture: _("Withdraw"), url_name="withdraw_picture"
        ),
    ]

    def get_base_queryset(self) -> Any:
        """Return the pictures: not answered, not shown, and the others."""
        hidden = CustomImage.hidden().values("pk")
        rank = Case(When(shows="", then=Value(0)), When(pk__in=hidden, then=Value(1)), default=Value(2))
        return CustomImage.objects.select_related("consent").order_by(rank, "title", "pk")

    def user_has_any_permission(self, permissions: Any) -> bool:
        """Who may withdraw may see what there is."""
        return self.request.user.has_perm("pvpt.change_consent")


def state(picture: CustomImage) -> Any:
    """Return what is to do, or what holds."""
    if picture.consent is not None:
        return picture.consent.state
    if not picture.shows:
        return _("to be answered")
    return _("consent is missing") if not picture.is_shown else ""
