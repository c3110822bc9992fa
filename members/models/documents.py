"""The documents of a member page: one record for a document, with a file for each language it exists in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.dispatch import receiver
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Locale, TranslatableMixin
from wagtail.signals import page_published
from wagtail_localize.fields import SynchronizedField

from pvpt import languages
from pvpt.models import CustomDocument

# The field of each language's file, in the order of the languages.
FILES = {code: f"file_{code.replace('-', '_')}" for code in languages.NAMES}
COLLECTION = "Member area"


def why_not_private(document: CustomDocument) -> str:
    """Return why the document may not stand in the member area; empty if it may."""
    if document.collection.get_view_restrictions():
        return ""
    return gettext(
        "“%(title)s” is in the collection “%(collection)s”, which is public. Move it to a private one, "
        "such as “%(private)s”."
    ) % {"title": document.title, "collection": document.collection.name, "private": COLLECTION}


def file_field(name: Any) -> models.ForeignKey:
    """Return the field of the file in a language."""
    return models.ForeignKey(
        CustomDocument,
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class DocumentQuerySet(models.QuerySet["MemberDocument"]):
    """Lists of documents."""

    def with_files(self) -> "DocumentQuerySet":
        """Fetch the files in the same query, and leave out what has none."""
        none = models.Q(**{f"{field}__isnull": True for field in FILES.values()})
        return self.exclude(none).select_related(*FILES.values())


class MemberDocument(TranslatableMixin, models.Model):
    """Minutes, a policy or the like; title in the page's language, facts and files the same in all."""

    class Kind(models.TextChoices):
        MINUTES = "minutes", _("Minutes")
        POLICY = "policy", _("Policy")
        PROCEDURE = "procedure", _("Procedure")
        REPORT = "report", _("Report")
        OTHER = "other", _("Other")

    page = ParentalKey("members.MemberPage", on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(_("title"), max_length=255)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    date = models.DateField(
        _("date"), help_text=_("Of the meeting or the decision; the newest stands first.")
    )
    file_sq = file_field(_("file in Albanian"))
    file_sr_latn = file_field(_("file in Serbian"))
    file_en = file_field(_("file in English"))

    objects = DocumentQuerySet.as_manager()

    # A file is chosen once, on the Albanian page, and offered in every language.
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("kind", "date", *FILES.values())
    ]
    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        MultiFieldPanel(
            [FieldPanel(name) for name in FILES.values()],
            heading=_("Files"),
            help_text=_("At least one. Files of the member area belong in a private collection."),
        ),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["-date", "-pk"]
        verbose_name = _("document of the member area")
        verbose_name_plural = _("documents of the member area")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raise ValidationError beside a file that is public, or in another language than it says."""
        super().clean()
        chosen = {code: getattr(self, name) for code, name in FILES.items() if getattr(self, name)}
        if not chosen:
            raise ValidationError({FILES["sq"]: gettext("Choose a file in at least one language.")})
        wrong = {FILES[code]: reason for code, file in chosen.items() if (reason := why_not(file, code))}
        if wrong:
            raise ValidationError(wrong)

    @property
    def files(self) -> list[CustomDocument]:
        """The files, that of the reader's language first, each with the language that it was chosen for."""
        found = []
        for code, name in FILES.items():
            if file := getattr(self, name):
                file.code, file.language_name = code, languages.NAMES[code]
                found.append(file)
        return sorted(found, key=lambda file: file.code != translation.get_language())


def why_not(file: CustomDocument, code: str) -> str:
    """Return why the file may not be offered in the language; empty if it may."""
    if file.language and file.language != code:
        return gettext("This file is marked as %(language)s.") % {"language": file.get_language_display()}
    return why_not_private(file)


class Shown(models.Model):
    """Since when readers of a language have a document; rows of pages get new numbers, this keeps its key."""

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    moment = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="unique_shown_document")
        ]

    def __str__(self) -> str:
        return str(self.translation_key)


@receiver(page_published)
def note_documents(instance: Any, **kwargs: Any) -> None:
    """Write down since when the documents of the page are there."""
    documents = getattr(instance, "documents", None)
    if documents is not None and documents.model is MemberDocument:
        now = timezone.now()
        rows = [
            Shown(translation_key=document.translation_key, locale=instance.locale, moment=now)
            for document in documents.all()
        ]
        Shown.objects.bulk_create(rows, ignore_conflicts=True)
