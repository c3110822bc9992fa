"""Mission, board and cooperation, with the records that belong to each page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from pvpt.blocks import BodyBlock
from pvpt.models import BasePage, TextPage, with_renditions


class Section(TextPage):
    """A page of which each home page has one."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        abstract = True


class MissionPage(BasePage):
    """Why the organisation exists and how it came to be."""

    statement = models.TextField(
        _("mission statement"), help_text=_("The mission in one to three sentences.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "organisation/mission_page.html"
    text_fields = ["statement", "body"]
    summary_field = "statement"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("statement"),
        FieldPanel("body"),
        InlinePanel("milestones", heading=_("Milestones"), label=_("Milestone")),
    ]

    class Meta:
        verbose_name = _("mission page")
        verbose_name_plural = _("mission pages")

    def text(self) -> str:
        """Return the page's words, milestones included."""
        return " ".join([super().text(), *(milestone.text for milestone in self.milestones.all())])


class Milestone(TranslatableMixin, Orderable):
    """A year of the organisation's history."""

    page = ParentalKey(MissionPage, on_delete=models.CASCADE, related_name="milestones")
    year = models.PositiveSmallIntegerField(_("year"), help_text=_("The same in every language."))
    text = models.TextField(_("text"), help_text=_("What happened, in one or two sentences."))

    override_translatable_fields = [SynchronizedField("year", overridable=False)]
    panels = [FieldPanel("year"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")

    def __str__(self) -> str:
        return f"{self.year}: {self.text[:60]}"


class BoardPage(Section):
    """Who leads the organisation."""

    template = "organisation/board_page.html"
    content_panels = [
        *Section.content_panels,
        InlinePanel("members", heading=_("Board members"), label=_("Board member")),
    ]

    class Meta:
        verbose_name = _("board page")
        verbose_name_plural = _("board pages")

    def people(self) -> models.QuerySet["BoardMember"]:
        """Return the members in their order, with their portraits."""
        return self.members.prefetch_related(with_renditions("portrait"))

    def text(self) -> str:
        """Return the page's words, members included."""
        members = (f"{m.name} {m.role} {m.biography}" for m in self.members.all())
        return " ".join([super().text(), *members])


class BoardMember(TranslatableMixin, Orderable):
    """A person of the board; the name is entered once, role and biography are translated."""

    page = ParentalKey(BoardPage, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(
        _("full name"), max_length=255, help_text=_("As the person writes it; the same in every language.")
    )
    role = models.CharField(_("role"), max_length=255, blank=True)
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only with the person's consent."),
    )
    term_from = models.PositiveSmallIntegerField(_("member since"), null=True, blank=True)
    term_to = models.PositiveSmallIntegerField(_("member until"), null=True, blank=True)

    override_translatable_fields = [
        SynchronizedField("name", overridable=False),
        SynchronizedField("portrait", overridable=False),
        SynchronizedField("term_from", overridable=False),
        SynchronizedField("term_to", overridable=False),
    ]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("role"),
                FieldPanel("biography"),
                FieldPanel("portrait"),
                FieldPanel("term_from"),
                FieldPanel("term_to"),
            ]
        )
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("board member")
        verbose_name_plural = _("board members")

    def __str__(self) -> str:
        return self.name


class CooperationPage(Section):
    """With whom the organisation works."""

    template = "organisation/cooperation_page.html"
    content_panels = [
        *Section.content_panels,
        InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
    ]

    class Meta:
        verbose_name = _("cooperation page")
        verbose_name_plural = _("cooperation pages")

    def partners_by_kind(self) -> list[tuple[str, list["Partner"]]]:
        """Return (name of the kind, partners) in the order of the kinds, empty kinds left out."""
        partners = list(self.partners.prefetch_related(with_renditions("logo")))
        groups = [(kind, [p for p in partners if p.kind == kind]) for kind in Partner.Kind]
        return [(str(kind.label), members) for kind, members in groups if members]

    def text(self) -> str:
        """Return the page's words, partners included."""
        return " ".join([super().text(), *(f"{p.name} {p.description}" for p in self.partners.all())])


class Partner(TranslatableMixin, Orderable):
    """An institution or organisation that we work with."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", _("Government institutions")
        INTERNATIONAL = "international", _("International organisations")
        NETWORK = "network", _("Networks and coalitions")
        ORGANISATION = "organisation", _("Organisations and projects")

    page = ParentalKey(CooperationPage, on_delete=models.CASCADE, related_name="partners")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    name = models.CharField(
        _("name"), max_length=255, help_text=_("The official name, in this language if there is one.")
    )
    description = models.TextField(_("what we do together"), blank=True)
    since = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    override_translatable_fields = [
        SynchronizedField("kind", overridable=False),
        SynchronizedField("since", overridable=False),
        SynchronizedField("logo", overridable=False),
        TranslatableField("description"),
    ]
    panels = [
        FieldPanel("kind"),
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("since"),
        FieldPanel("website"),
        FieldPanel("logo"),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return self.name
