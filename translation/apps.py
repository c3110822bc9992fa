"""The translation app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self) -> None:
        """Connect what follows from changes of a source page, of texts, and from migrations."""
        from wagtail.models import WorkflowState

        from translation import cascade, groups, privacy, progress, signs  # noqa: F401
        from translation.localize import dangling, dates, one_source  # noqa: F401

        # Before the translations follow, each of which is looked at when it is published itself.
        from translation.matrix import findings  # noqa: F401 isort:skip
        from translation.desk import follow, readiness, review  # noqa: F401 isort:skip

        dates.use_numbers()
        # Not by WAGTAIL_FINISH_WORKFLOW_ACTION, which is imported before any model exists.
        WorkflowState.on_finish = review.finish
