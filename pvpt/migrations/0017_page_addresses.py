"""Index on the addresses of Wagtail's pages, by which a page is found in one query."""

from typing import Any

from django.db import migrations

# Of PostgreSQL's indexes, this kind alone takes an address of any length.
USING = {"postgresql": "USING hash (url_path)", "sqlite": "(url_path)"}


def create(apps: Any, schema_editor: Any) -> None:
    """Make it."""
    using = USING[schema_editor.connection.vendor]
    schema_editor.execute(f"CREATE INDEX pvpt_page_address ON wagtailcore_page {using}")


def drop(apps: Any, schema_editor: Any) -> None:
    """Take it away."""
    schema_editor.execute("DROP INDEX pvpt_page_address")


class Migration(migrations.Migration):

    dependencies = [
        ('pvpt', '0016_edition'),
    ]

    operations = [migrations.RunPython(create, drop)]
