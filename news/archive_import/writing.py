"""Writes one item after the other, each with all its languages in a transaction of its own."""

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation, TranslationSource

from news.archive_import.categories import Categories
from news.archive_import.groups import Group
from news.archive_import.indexing import indexed_at_the_end
from news.archive_import.pictures import Pictures
from news.archive_import.report import DELETED, IMPORTED, REFUSED, THERE, Report
from news.archive_import.rows import RefusedError
from news.archive_import.source import noon, write_source
from news.archive_import.translated import Texts, texts_of
from news.archive_import.versions import Version, version
from news.models import ImportedItem, NewsIndexPage, NewsPage
from pvpt.pictures import made_once_kept
from translation.localize.checked import segments_of
from translation.models import State
from translation.segments import keep

logger = logging.getLogger(__name__)

TOOL = "import"
SOURCE = settings.LANGUAGE_CODE


class NoIndexError(Exception):
    """Raised when the site has no news index page in the source language."""


class Importer:
    """Imports groups of rows and takes down what became of them."""

    def __init__(self, folder: Path, report: Report, *, dry_run: bool = False, draft: bool = False) -> None:
        self.pictures = Pictures(folder)
        self.categories = Categories()
        self.report, self.dry_run, self.draft = report, dry_run, draft
        indexes = NewsIndexPage.objects.select_related("locale")
        self.indexes = {page.locale.language_code: page.pk for page in indexes}
        if SOURCE not in self.indexes:
            raise NoIndexError

    def run(self, groups: Iterable[Group]) -> None:
        """Import the groups."""
        for group in groups:
            self.take(group)

    def take(self, group: Group) -> None:
        """Import one group, or what is new of it."""
        for row, reason in group.refused:
            self.report.add(row, REFUSED, reason)
        if not group.rows:
            return
        item = self.find(group.key)
        try:
            if item is None:
                self.create(group)
            elif item.page is None:
                self.leave(group, DELETED, "deleted after it was imported, and not brought back")
            else:
                self.add_languages(item.page, group)
        except RefusedError as error:
            self.leave(group, REFUSED, str(error))
        except IntegrityError as error:
            if item is None and ImportedItem.objects.filter(key=group.key).exists():
                self.leave(group, THERE, "another import brought it a moment ago")
            else:
                self.leave(group, REFUSED, f"The item could not be written: {error}")
        except DatabaseError:
            # Nothing after it could be written either.
            raise
        except Exception as error:  # whatever one item raises must not stop the others
            logger.debug("An item could not be imported", exc_info=True)
            self.leave(group, REFUSED, f"The item could not be written: {told(error)}")

    def find(self, key: str) -> ImportedItem | None:
        """Return what is known of an item that was imported before."""
        return ImportedItem.objects.select_related("page__locale").filter(key=key).first()

    def leave(self, group: Group, outcome: str, reason: str) -> None:
        """Take down the same for every row."""
        for row in group.rows.values():
            self.report.add(row, outcome, reason)

    @contextmanager
    def written_whole(self) -> Iterator[list[Page]]:
        """Write everything or nothing, files included; nothing in a dry run.

        Yields a list for the page, so that it is indexed.
        """
        try:
            with transaction.atomic():
                with made_once_kept(), indexed_at_the_end() as pages:
                    yield pages
                if self.dry_run:
                    transaction.set_rollback(True)
        except BaseException:
            self.pictures.forget()
            raise
        if self.dry_run:
            self.pictures.forget()
        self.pictures.keep()

    def create(self, group: Group) -> None:
        """Import a group of which nothing is there; raises RefusedError."""
        if SOURCE not in group.rows:
            raise RefusedError("The item has no Albanian row, from which the others would be translated.")
        try:
            source = version(group.rows[SOURCE], SOURCE)
            if source.date is None:
                raise RefusedError("The date is missing.")
            category = self.categories.find(source.category) if source.category else None
        except RefusedError as error:
            raise RefusedError(f"Albanian row ({group.rows[SOURCE].place}): {error}") from error
        with self.written_whole() as pages:
            item = ImportedItem.objects.create(key=group.key)
            index = NewsIndexPage.objects.get(pk=self.indexes[SOURCE])
            page = write_source(index, source, source.date, category, self.pictures)
            pages.append(page)
            page.save_revision()
            item.page = page
            item.save(update_fields=["page"])
            outcomes = self.translate(page, group)
            if not self.draft:
                page.get_latest_revision().publish()
                self.publish(
                    page, [code for code, (outcome, _notes) in outcomes.items() if outcome == IMPORTED]
                )
                silence(page)
        self.report.add(source.row, IMPORTED, *source.notes)
        for code, (outcome, notes) in outcomes.items():
            self.report.add(group.rows[code], outcome, *notes)

    def add_languages(self, page: NewsPage, group: Group) -> None:
        """Import the languages of an item that were not there when it was imported."""
        new = {code for code in group.rows if code != SOURCE and not self.is_there(page, code)}
        for code, row in group.rows.items():
            if code not in new:
                self.report.add(row, THERE)
        if not new:
            return
        wanted = Group(group.key, {code: group.rows[code] for code in sorted(new)})
        with self.written_whole() as pages:
            pages.append(page)
            outcomes = self.translate(page, wanted)
            done = [code for code, (outcome, _notes) in outcomes.items() if outcome == IMPORTED]
            if page.live and not self.draft:
                self.publish(page, done)
            silence(page)
        for code, (outcome, notes) in outcomes.items():
            self.report.add(group.rows[code], outcome, *notes)

    @staticmethod
    def is_there(page: NewsPage, language: str) -> bool:
        """Tell whether anybody has begun with this language; an untouched draft does not count."""
        target = page.get_translations().filter(locale__language_code=language).first()
        if target is None:
            return False
        states = State.objects.filter(
            translation__source__object_id=page.translation_key, translation__target_locale=target.locale
        )
        begun = [state for state in states if state.translated or state.unconfirmed]
        return bool(target.first_published_at or begun or target.locked or target.workflow_in_progress)

    def translate(self, page: NewsPage, group: Group) -> dict[str, tuple[str, list[str]]]:
        """Write drafts of the other languages; return what became of each, and what there is to say."""
        outcomes: dict[str, tuple[str, list[str]]] = {}
        source: TranslationSource | None = None
        for code, row in group.rows.items():
            if code == SOURCE:
                continue
            pictures = set(self.pictures.fresh)
            try:
                if code not in self.indexes:
                    raise RefusedError("The site has no news index page in this language.")
                given = version(row, code)
                notes = self.differences(page, given)
                if source is None:
                    source, _created = TranslationSource.update_or_create_from_instance(page)
                with transaction.atomic():
                    picture = self.pictures.store(given.image, given.image_alt) if given.image else None
                    texts = texts_of(source, given, picture)
                    self.write(source, code, texts)
            except (RefusedError, ValidationError) as error:
                self.pictures.forget(but=pictures)
                outcomes[code] = (REFUSED, [told(error), "the item is on the site without this language"])
            else:
                outcomes[code] = (IMPORTED, given.notes + notes + texts.notes)
        return outcomes

    def differences(self, page: NewsPage, given: Version) -> list[str]:
        """Return what the row says otherwise than the Albanian one, and what all languages share."""
        notes = []
        if given.date and given.date != page.date:
            notes.append(f"the date of the Albanian row counts, not {given.date.isoformat()}")
        if given.category and self.categories.find(given.category) != page.category:
            notes.append(f"the category of the Albanian row counts, not “{given.category}”")
        return notes

    def write(self, source: TranslationSource, language: str, texts: Texts) -> Translation:
        """Store the texts and make the draft of the page."""
        by_segment = {segment: texts.by_segment[segment.pk] for segment in segments_of(source)}
        translation = keep(source, language, by_segment, tool=TOOL)
        for pk, value in texts.own_values.items():
            SegmentOverride.objects.update_or_create(
                locale=translation.target_locale,
                context=OverridableSegment.objects.get(pk=pk).context,
                defaults={"data_json": json.dumps(value)},
            )
        translation.save_target(publish=False)
        return translation

    def publish(self, page: NewsPage, languages: list[str]) -> None:
        """Publish the drafts; they count as published when the item first was."""
        for code in languages:
            locale = Locale.objects.get(language_code=code)
            target = page.get_translations().get(locale=locale)
            Page.objects.filter(pk=target.pk).update(first_published_at=noon(page.date))
            NewsPage.objects.get(pk=target.pk).get_latest_revision().publish()


def told(error: Exception) -> str:
    """Return what the error says."""
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def silence(page: NewsPage) -> None:
    """Let no translator be told of an archive: what waits there is not news to them."""
    waiting = State.objects.filter(
        translation__source__object_id=page.translation_key, awaits_since__isnull=False, told_at__isnull=True
    )
    for state in waiting:
        state.told_at = state.awaits_since
        state.save(update_fields=["told_at"])
