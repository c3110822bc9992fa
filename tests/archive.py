"""What tests of the import of archives do: write one, import it, read the report."""

import csv
import io
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from PIL import Image

from news.models import NewsPage

COLUMNS = ["key", "language", "date", "title", "summary", "body", "image", "image_alt", "category"]
TITLES = {"sq": "Dita e hapur", "sr-latn": "Dan otvorenih vrata", "en": "Open day"}
BODIES = {
    "sq": "<h2>Programi</h2><p>Fjalia e parë. Fjalia e dytë.</p><ul><li>Pika një</li><li>Pika dy</li></ul>",
    "sr-latn": "<h2>Program</h2><p>Prva rečenica. Druga rečenica.</p><ul><li>Prvo</li><li>Drugo</li></ul>",
    "en": "<h2>Programme</h2><p>First sentence. Second one.</p><ul><li>Point one</li><li>Point two</li></ul>",
}


def rows(*languages: str, **values: str) -> list[dict[str, str]]:
    """Return a row for each language of one item."""
    return [
        {"key": "a1", "date": "2016-05-31", "language": code, "title": TITLES[code], "body": BODIES[code]}
        | values
        for code in languages or TITLES
    ]


def in_languages(**values: dict[str, str]) -> list[dict[str, str]]:
    """Return rows whose values differ, by language (sr for Serbian)."""
    codes = {"sr": "sr-latn"}
    return [rows(codes.get(name, name))[0] | own for name, own in values.items()]


def write(folder: Path, found: list[dict[str, str]]) -> Path:
    """Write the archive as CSV."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS)
    table.writeheader()
    table.writerows(found)
    path = folder / "archive.csv"
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def take(path: Path, *options: Any) -> tuple[str, int]:
    """Import the file; return what the operator reads, and the exit code."""
    output = io.StringIO()
    try:
        call_command("import_news", path, *options, stdout=output)
    except CommandError as error:
        return f"{output.getvalue()}{error}", error.returncode
    return output.getvalue(), 0


def pages(title: str = TITLES["sq"]) -> dict[str, NewsPage]:
    """Return the versions of the item by language."""
    source = NewsPage.objects.get(title=title, locale__language_code="sq")
    return {page.locale.language_code: page for page in source.get_translations(inclusive=True)}


def picture(path: Path, colour: str = "red", size: tuple[int, int] = (40, 30)) -> Path:
    """Write a picture of one colour."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(path)
    return path
