"""A translation as a revision: what a person read is what will be published, and nothing else."""

import json
import re
from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Revision, TranslatableMixin
from wagtail_localize.models import (
    MissingRelatedObjectError,
    MissingTranslationError,
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)

# Of Page's own fields, those that a reader or a search engine meets; the others change by themselves.
WORDS = {"title", "slug", "seo_title", "search_description", "show_in_menus"}
# When a page goes live is not what it says.
SCHEDULE = {"release"}


class IncompleteError(Exception):
    """Raised for a translation of which a text, or the translation of a record that it shows, is missing."""


def compose(translation: Translation) -> Page:
    """Return the page with the texts of its source as they are now in the other language, unsaved.

    Raises IncompleteError when a text or the translation of a related record is missing.
    """
    try:
        page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=False)
    except (MissingTranslationError, MissingRelatedObjectError) as error:
        raise IncompleteError from error
    page.slug = slugify(page.slug)
    forget_removed_records(translation.source, page)
    return page


def forget_removed_records(source: TranslationSource, page: Page) -> None:
    """Leave out the records that the source no longer shows; wagtail-localize keeps them."""
    empty = {name for name, value in json.loads(source.content_json).items() if value is None}
    for field in page._meta.concrete_fields:
        model = field.related_model
        shows_record = isinstance(model, type) and issubclass(model, TranslatableMixin)
        if shows_record and field.name in empty:
            setattr(page, field.name, None)


def take(translation: Translation, user: Any) -> Revision:
    """Save the translation as a revision; the live page stays as it is.

    Raises IncompleteError, or ValidationError when the page does not accept a text (see keep_errors).
    """
    page = compose(translation)
    page.slug = free_slug(page, page.slug)
    revision = page.save_revision(user=user, log_action=True)
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )
    return revision


def keep_errors(translation: Translation, error: ValidationError) -> None:
    """Store what the page says about its fields beside their texts, where the editor shows it."""
    for name, faults in error.error_dict.items():
        for model in (StringTranslation, SegmentOverride):
            for text in model.objects.filter(
                context__object_id=translation.source.object_id,
                context__path=name,
                locale=translation.target_locale,
            ):
                text.set_field_error(faults)


def content(values: dict[str, Any]) -> Any:
    """Return the part of a serialised page that is written by people, comparable."""
    own = {field.name for field in Page._meta.get_fields()} - WORDS
    kept = {name: value for name, value in values.items() if name not in own | SCHEDULE | {"page_ptr"}}
    return without_keys(json.loads(json.dumps(kept, cls=DjangoJSONEncoder)))


def without_keys(value: Any) -> Any:
    """Return the value without primary keys, which child records receive only when they are published."""
    # A body is text in which PostgreSQL puts the names of a block's values into an order of its own.
    if isinstance(value, str) and value.startswith("[{"):
        with suppress(ValueError):
            return without_keys(json.loads(value))
    if isinstance(value, dict):
        return {name: without_keys(part) for name, part in value.items() if name != "pk"}
    if isinstance(value, list):
        return [without_keys(part) for part in value]
    return value


def is_current(translation: Translation, revision: Revision | None) -> bool:
    """Tell whether the revision is what the source and its texts give today."""
    if revision is None:
        return False
    try:
        now = content(compose(translation).serializable_data())
    except IncompleteError:
        return False
    then = content(revision.content)
    # A number was added to an address that another page had.
    if re.fullmatch(re.escape(now["slug"]) + r"-\d+", then["slug"]):
        now["slug"] = then["slug"]
    return now == then


def free_slug(page: Page, slug: str) -> str:
    """Return the slug, with a number behind it if another page beside this one has it."""
    return find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)


def publish(revision: Revision, user: Any, skip_permission_checks: bool = False) -> None:
    """Publish a revision that was taken before, whatever slugs other pages have been given since."""
    slug = free_slug(Page.objects.get(pk=revision.object_id), revision.content["slug"])
    if slug != revision.content["slug"]:
        revision.content["slug"] = slug
        revision.save(update_fields=["content"])
    revision.publish(user=user, skip_permission_checks=skip_permission_checks)
