"""The report that shows the language matrix, its filters and its export, and what was found on a page."""

from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from pvpt import languages
from pvpt.sheets import SafeSheetMixin
from translation.matrix.explained import explained
from translation.matrix.matrix import Row, rows, title_of
from translation.matrix.stages import Known, Stage, at_stage
from translation.models import Finding

ANY = "any"
# The parts of a cell that become columns of a spreadsheet.
PARTS = {"stage": "", "notes": _("notes"), "findings": _("findings")}
CSS = forms.Media(css={"all": ["translation/matrix.css"]})


def choice(label: Any, choices: Any = ()) -> django_filters.ChoiceFilter:
    """Return a filter by one of the choices, or none."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=_("All"), widget=forms.RadioSelect
    )


class MatrixFilterSet(WagtailFilterSet):
    """Language, section, stage and findings; a stage and findings are looked for in the chosen language."""

    language = choice(_("Language"), list(languages.NAMES.items()))
    section = choice(_("Section"))
    stage = choice(_("State"), Stage.choices)
    finding = choice(_("Findings"), [(ANY, _("With findings")), *Finding.Kind.choices])

    class Meta:
        fields: list[str] = []

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        # What stands below the home page and has pages below itself, with titles that the person may know.
        sections = known.marked(known.sources().filter(depth=3, numchild__gt=0))
        found = [(page, title_of({settings.LANGUAGE_CODE: page})[0]) for page in sections]
        self.paths = {str(page.pk): page.path for page, _title in found}
        self.filters["section"].extra["choices"] = [(str(page.pk), title) for page, title in found if title]

    def filter_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """Return the source pages that all chosen filters leave."""
        chosen = self.form.cleaned_data
        among = shown_in(chosen["language"])
        if chosen["section"]:
            queryset = queryset.filter(path__startswith=self.paths[chosen["section"]])
        if chosen["stage"]:
            queryset = queryset.filter(at_stage(chosen["stage"], among))
        if chosen["finding"]:
            kind = "" if chosen["finding"] == ANY else chosen["finding"]
            queryset = queryset.filter(self.known.with_findings(among, kind))
        return queryset


def shown_in(language: str) -> list[str]:
    """Return the languages to look at: the chosen one or all."""
    return [language] if language else list(languages.NAMES)


class MatrixView(SafeSheetMixin, ReportView):
    """Page × language, fifty pages at a time."""

    page_title = _("Language matrix")
    header_icon = "globe"
    index_url_name = "language_matrix"
    index_results_url_name = "language_matrix_results"
    results_template_name = "translation/matrix_results.html"
    filterset_class = MatrixFilterSet
    permission_policy = page_permission_policy
    any_permission_required = ["change"]
    is_searchable = True
    context_object_name = "rows"
    export_filename = "language-matrix"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Decide which languages are shown, and what a spreadsheet of them holds."""
        super().setup(request, *args, **kwargs)
        self.known = Known(request.user)
        chosen = request.GET.get("language", "")
        wanted = {settings.LANGUAGE_CODE, chosen} if chosen in languages.NAMES else set(languages.NAMES)
        self.languages = [language for language in languages.NAMES if language in wanted]
        columns = [(language, part) for language in self.languages for part in PARTS]
        self.list_export = ["title", *(f"{language} {part}" for language, part in columns)]
        self.export_headings = {"title": _("Page")} | {
            f"{language} {part}": f"{languages.NAMES[language]} {PARTS[part]}".strip()
            for language, part in columns
        }

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Give the filters what the person knows."""
        return super().get_filterset_kwargs() | {"queryset": self.known.sources(), "known": self.known}

    def get_filtered_queryset(self) -> list[int]:
        """Return the numbers of the sources that are left, as in the tree: how many comes with them."""
        pages = self.filter_queryset(self.known.sources())
        if self.is_searching:
            pages = pages.filter(self.known.titled(self.search_query))
        return list(pages.values_list("pk", flat=True))

    def decorate_paginated_queryset(self, object_list: list[int]) -> list[Row]:
        """Return the rows of what is on this page of the report."""
        return list(rows(self.known, object_list, self.languages))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the columns and their style."""
        context = super().get_context_data(*args, **kwargs)
        context["languages"] = [(code, languages.NAMES[code]) for code in self.languages]
        context["media"] += CSS
        return context

    def to_row_dict(self, item: Row) -> dict[str, Any]:
        """Return a line of the spreadsheet."""
        line: dict[str, Any] = {"title": item.title}
        for cell in item.cells:
            line[f"{cell.language} stage"] = str(cell.stage.label)
            line[f"{cell.language} notes"] = "; ".join(cell.notes)
            line[f"{cell.language} findings"] = cell.findings
        return line


class FindingsView(WagtailAdminTemplateMixin, TemplateView):
    """What was found on a page, and how each kind is mended."""

    template_name = "translation/findings.html"
    page_title = _("Findings")
    header_icon = "warning"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the page; raises PermissionDenied when the person may not know of it."""
        super().setup(request, *args, **kwargs)
        works = page_permission_policy.user_has_permission(request.user, "change")
        self.page = get_object_or_404(Known(request.user).versions(), pk=kwargs["page_id"])
        if not works or not (self.page.may_edit or self.page.may_read):
            raise PermissionDenied

    def get_page_subtitle(self) -> str:
        """Return the title that the person may know."""
        return self.page.draft_title if self.page.may_edit else self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the matrix."""
        matrix = {"url": reverse("language_matrix"), "label": MatrixView.page_title}
        here = {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, matrix, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what was found."""
        return super().get_context_data(
            page=self.page,
            language_name=languages.NAMES[self.page.language],
            kinds=explained(self.page.specific),
            media=CSS,
            **kwargs,
        )


def urls() -> list[URLPattern]:
    """Return the addresses of the matrix."""
    return [
        path("translation/matrix/", MatrixView.as_view(), name="language_matrix"),
        path(
            "translation/matrix/results/",
            MatrixView.as_view(results_only=True),
            name="language_matrix_results",
        ),
        path("translation/findings/<int:page_id>/", FindingsView.as_view(), name="translation_findings"),
    ]
