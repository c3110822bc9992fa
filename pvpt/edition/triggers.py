"""Have the database itself note every change of what visitors may see, whichever way it comes.

Signals of Django do not see updates of many rows and statements of people.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connections, models, transaction
from django.db.models.signals import post_migrate, pre_migrate
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, PageViewRestriction, Site, get_page_models
from wagtail.snippets.models import get_snippet_models

# What decides who may see something, or stands on pages without being a page or a record.
OTHERS = [
    Locale,
    Site,
    PageViewRestriction,
    PageViewRestriction.groups.through,
    "pvpt.Consent",
    "pvpt.CustomImage",
    "pvpt.CustomDocument",
    "pvpt.Rendition",
    "pvpt.SiteSettings",
    "wagtail_localize.Translation",
    "translation.State",
]
# Kept on the rows that are left; on SQLite there is one.
KEPT_ROWS = 100


def watched() -> Iterator[type[models.Model]]:
    """Yield the models on whose rows it depends what visitors see."""
    for model in [*get_page_models(), *get_snippet_models()]:
        yield model
        for relation in get_all_child_relations(model):
            yield relation.related_model
    for other in OTHERS:
        yield apps.get_model(other) if isinstance(other, str) else other


def acts(vendor: str) -> dict[str, list[str]]:
    """Return the tables of a migrated database, and for each the acts after which the edition is new."""
    found = {model._meta.db_table: ["insert", "update", "delete"] for model in watched()}
    if vendor == "postgresql":
        for each in found.values():
            each.append("truncate")
    return found


def remove(using: str, **kwargs: object) -> None:
    """Take the triggers away before a migration of SQLite, which makes tables anew."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'edition_%%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


def install(using: str, **kwargs: object) -> None:
    """Have every act on a watched table make a new edition; the migration itself is one, too."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    if "pvpt_edition" not in tables:
        return
    with transaction.atomic(using), connection.cursor() as cursor:
        remove(using)
        for statement in ONCE[connection.vendor]:
            cursor.execute(statement)
        for table, names in acts(connection.vendor).items():
            for act in names if table in tables else ():
                cursor.execute(EACH[connection.vendor].format(table=table, act=act))


NEW = {
    # As many bits as a sum of many rows leaves room for.
    "postgresql": "INSERT INTO pvpt_edition (token) VALUES (floor(random() * 9e15)::bigint)",
    "sqlite": "INSERT OR REPLACE INTO pvpt_edition (id, token) VALUES (1, random())",
}
ONCE = {
    "postgresql": [
        "CREATE OR REPLACE FUNCTION edition_new() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {NEW['postgresql']}; RETURN NULL; END $$",
        NEW["postgresql"],
    ],
    "sqlite": [NEW["sqlite"]],
}
EACH = {
    "postgresql": (
        "CREATE OR REPLACE TRIGGER edition_{act}_{table} AFTER {act} ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION edition_new()"
    ),
    "sqlite": "CREATE TRIGGER edition_{act}_{table} AFTER {act} ON {table} BEGIN " + NEW["sqlite"] + "; END",
}
pre_migrate.connect(remove, sender=apps.get_app_config("wagtailcore"))
post_migrate.connect(install, sender=apps.get_app_config("wagtailcore"))


def prune() -> None:
    """Remove all but the newest rows, so that the sum stays quick; what is left is a new edition."""
    edition = apps.get_model("pvpt.Edition")
    last = edition.objects.order_by("-pk").values_list("pk", flat=True)[KEPT_ROWS : KEPT_ROWS + 1]
    for number in last:
        edition.objects.filter(pk__lte=number).delete()
