"""Spreadsheets that programs of the office open without harm: no formulas, and letters as they are."""

import codecs
import re
from collections.abc import Iterator
from typing import Any

from wagtail.admin.views.mixins import SpreadsheetExportMixin

CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
# With any of these a spreadsheet program begins to calculate.
FORMULA = ("=", "+", "-", "@")


class SafeSheetMixin(SpreadsheetExportMixin):
    """Wagtail's export writes formulas into CSV, and fails on control characters in XLSX."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """Return the value of a cell."""
        value = super().preprocess_field_value(field, value, export_format)
        if not isinstance(value, str):
            return value
        value = CONTROL.sub(" ", value).strip()
        return f"'{value}" if export_format == self.FORMAT_CSV and value.startswith(FORMULA) else value

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Begin with the mark by which Excel knows UTF-8."""
        yield codecs.BOM_UTF8
        yield from super().stream_csv(queryset)
