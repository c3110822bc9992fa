"""The sentences of the log for what Wagtail has none."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin.utils import label_for_field
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogFormatter
from wagtail.models import BaseViewRestriction

from pvpt.models import User


def given(data: dict[str, Any]) -> str:
    """Say what was added and removed."""
    if not data:
        return _("Set as this version of the site ships it")
    parts = {"added": _("Added: %(names)s"), "removed": _("Removed: %(names)s")}
    return "; ".join(parts[word] % {"names": ", ".join(names)} for word, names in data.items())


def changed(data: dict[str, Any]) -> str:
    """Say what each field was and is."""
    return "; ".join(
        f"{capfirst(str(label_for_field(name, User)))}: {shown(old)} → {shown(new)}"
        for name, (old, new) in data.items()
    )


def shown(value: Any) -> str:
    """Return the value as people read it."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value)


def failed(data: dict[str, Any]) -> str:
    """Say how often."""
    return ngettext(
        "%(tries)s wrong password within a quarter of an hour",
        "%(tries)s wrong passwords within a quarter of an hour",
        data["tries"],
    ) % {"tries": data["tries"]}


def private(data: dict[str, Any]) -> str:
    """Say to whom a collection is open."""
    return str(dict(BaseViewRestriction.RESTRICTION_CHOICES).get(data["type"], data["type"]))


def removed(data: dict[str, Any]) -> str:
    """Say what of the log was removed."""
    count, day = data["count"], parse_date(data["before"])
    return ngettext(
        "%(count)s entry from before %(day)s was removed, because its time is over",
        "%(count)s entries from before %(day)s were removed, because their time is over",
        count,
    ) % {"count": count, "day": date_format(day) if day else ""}


# Action: its label in lists of actions, and what makes the sentence of an entry's data.
SENTENCES: dict[str, tuple[Any, Callable[[dict[str, Any]], str]]] = {
    "pvpt.login": (gettext_lazy("Log in"), lambda data: _("Logged in")),
    "pvpt.login.failed": (gettext_lazy("Wrong passwords"), failed),
    "pvpt.account.changed": (gettext_lazy("Change of an account"), changed),
    "pvpt.account.groups": (gettext_lazy("Groups of an account"), given),
    "pvpt.account.rights": (gettext_lazy("Rights of an account"), given),
    "pvpt.role.rights": (gettext_lazy("Rights of a group"), given),
    "pvpt.privacy.collection": (gettext_lazy("Privacy of a collection"), private),
    "pvpt.privacy.groups": (
        gettext_lazy("Groups that may see it"),
        lambda data: _("Open to: %(groups)s") % {"groups": ", ".join(data["groups"])},
    ),
    "pvpt.export": (
        gettext_lazy("Export"),
        lambda data: _("Exported the file %(name)s") % {"name": data["file"] or data["path"]},
    ),
    "pvpt.export.calendar": (
        gettext_lazy("Address of the calendar"),
        lambda data: _("Made a secret address of the calendar"),
    ),
    "pvpt.download": (
        gettext_lazy("Download of a document"),
        lambda data: _("Downloaded “%(title)s”") % {"title": data["title"]},
    ),
    "pvpt.audit.removed": (gettext_lazy("Removal of old entries"), removed),
}


def register(actions: Any) -> None:
    """Name our actions."""
    for action, (label, sentence) in SENTENCES.items():
        actions.register_action(action)(formatter(label, sentence))


def formatter(label: Any, sentence: Callable[[dict[str, Any]], str]) -> type[LogFormatter]:
    """Return the class that Wagtail asks for."""

    def format_message(self: LogFormatter, log_entry: Any) -> str:
        try:
            return sentence(log_entry.data)
        except (KeyError, TypeError, ValueError):
            # Written by another version.
            return str(label)

    return type("Formatter", (LogFormatter,), {"label": label, "format_message": format_message})
