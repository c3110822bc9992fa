"""The log is only added to: for every door of Django, and for whoever reaches the database past it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import connections, transaction
from django.db.models.signals import post_migrate, pre_delete, pre_migrate, pre_save
from django.dispatch import receiver
from wagtail.models import BaseLogEntry, ModelLogEntry, PageLogEntry

LOGS: tuple[type[BaseLogEntry], ...] = (PageLogEntry, ModelLogEntry)
# In days. The database lets nobody delete a younger entry.
KEPT_AT_LEAST = 90
REFUSAL = "The audit log is only added to."
_removing: ContextVar[bool] = ContextVar("audit_removing", default=False)


@contextmanager
def removing() -> Iterator[None]:
    """Let entries be deleted inside; for those whose time is over alone."""
    token = _removing.set(True)
    try:
        yield
    finally:
        _removing.reset(token)


@receiver(pre_save, sender=PageLogEntry)
@receiver(pre_save, sender=ModelLogEntry)
def appended_only(instance: BaseLogEntry, raw: bool = False, **kwargs: Any) -> None:
    """Refuse to rewrite an entry; a backup that is loaded is written as it was."""
    if instance.pk and not raw:
        raise PermissionDenied(REFUSAL)


@receiver(pre_delete, sender=PageLogEntry)
@receiver(pre_delete, sender=ModelLogEntry)
def never_deleted(sender: type, **kwargs: Any) -> None:
    """Refuse to delete an entry before its time."""
    if not _removing.get():
        raise PermissionDenied(REFUSAL)


def open_tables(using: str, **kwargs: Any) -> None:
    """Take the triggers away before a migration, which may have to change the tables."""
    with connections[using].cursor() as cursor:
        for table in present(using):
            for act in ("update", "delete"):
                on = "" if connections[using].vendor == "sqlite" else f" ON {table}"
                cursor.execute(f"DROP TRIGGER IF EXISTS audit_{act}_{table}{on}")


def close_tables(using: str, **kwargs: Any) -> None:
    """Have the database refuse every update, and deletion before an entry's time.

    Not in a migration of its own: SQLite drops the triggers of a table that a later one changes.
    """
    connection = connections[using]
    with transaction.atomic(using), connection.cursor() as cursor:
        open_tables(using)
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for table, model in present(using).items():
            # Django itself empties the content type when a model is gone.
            columns = {field.column for field in model._meta.concrete_fields} - {"content_type_id"}
            for statement in TRIGGERS[connection.vendor]:
                cursor.execute(statement.format(table=table, columns=", ".join(sorted(columns))))


def present(using: str) -> dict[str, type[BaseLogEntry]]:
    """Return the models of the log by table, as far as the tables exist."""
    tables = connections[using].introspection.table_names()
    return {model._meta.db_table: model for model in LOGS if model._meta.db_table in tables}


FUNCTION = f"""
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
"""
TRIGGERS = {
    "postgresql": (
        "CREATE TRIGGER audit_update_{table} BEFORE UPDATE OF {columns} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
        "CREATE TRIGGER audit_delete_{table} BEFORE DELETE ON {table} FOR EACH ROW "
        f"WHEN (OLD.timestamp > now() - interval '{KEPT_AT_LEAST} days') EXECUTE FUNCTION audit_refuse()",
    ),
    "sqlite": (
        "CREATE TRIGGER audit_update_{table} BEFORE UPDATE OF {columns} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
        "CREATE TRIGGER audit_delete_{table} BEFORE DELETE ON {table} "
        f"WHEN OLD.timestamp > datetime('now', '-{KEPT_AT_LEAST} days') "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
    ),
}
pre_migrate.connect(open_tables, sender=apps.get_app_config("wagtailcore"))
post_migrate.connect(close_tables, sender=apps.get_app_config("wagtailcore"))
