"""Choosers of the admin without the script that Wagtail writes behind each: the content policy stops it."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser

# Named by no attribute of its own, but in its script.
AdminTaskChooser.js_constructor = "createTaskChooser"


def render(
    chooser: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None
) -> SafeString:
    """Return the chooser, and beside it what `pvpt/admin/start.js` needs to start it."""
    data = chooser.get_value_data(value)
    number = attrs["id"]
    return format_html(
        '{}<span hidden data-controller="start" data-start-name-value="{}" data-start-arguments-value="{}">'
        "</span>",
        chooser.render_html(name, data, attrs),
        chooser.js_constructor,
        json.dumps([number, chooser.get_js_init_options(number, name, data)]),
    )


BaseChooser.render = render
