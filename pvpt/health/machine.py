"""The signs of the machine: age of the backup, free space, the certificate that visitors get, the cache."""

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pvpt.health import certificate
from pvpt.health.probes import cache_answers
from pvpt.health.signs import Kind, Sign, State, register

BACKUP = Kind(
    "backup",
    gettext_lazy("Backup"),
    gettext_lazy("If the server is lost now, what was written since the last good backup is lost with it."),
    gettext_lazy("Tell the operator, who reads the log of the backup, corrects it and makes one at once."),
)
DISK = Kind(
    "disk",
    gettext_lazy("Free space"),
    gettext_lazy("On a full disk nobody can save or upload anything; readers still get their pages."),
    gettext_lazy("Tell the operator, who frees space or enlarges the disk."),
)
CERTIFICATE = Kind(
    "certificate",
    gettext_lazy("Certificate"),
    gettext_lazy("After the end of the certificate browsers warn of the site, and hardly anybody reads on."),
    gettext_lazy("Tell the operator: it should have been renewed by itself about 30 days before its end."),
)
CACHE = Kind(
    "cache",
    gettext_lazy("Cache"),
    gettext_lazy("Pages are slower, and the limits on log-ins and messages begin anew."),
    gettext_lazy("Tell the operator, who starts the cache again."),
)

# One night may fail; the second one must not go unnoticed.
BACKUP_DUE, BACKUP_LATE = datetime.timedelta(hours=26), datetime.timedelta(hours=50)
GIB = 1024**3
# A part of the disk, but at least and at most so many bytes.
SPACE_LOW, SPACE_OUT = (0.15, 2 * GIB, 20 * GIB), (0.05, GIB // 2, 5 * GIB)
CERTIFICATE_DUE, CERTIFICATE_LATE = datetime.timedelta(days=21), datetime.timedelta(days=14)


def backup() -> list[Sign]:
    """Return how old the last backup is, by the file that it writes; a file that says nothing is an alarm."""
    path = settings.BACKUP_STATE
    if not path:
        return [Sign(BACKUP, State.UNKNOWN, _("The site has not been told where backups are noted."))]
    told = read(Path(path))
    finished = parse_datetime(str(told.get("finished", "")))
    if finished is None or timezone.is_naive(finished):
        return [Sign(BACKUP, State.ALARM, _("No backup has been made."))]
    when = moment(finished)
    if told.get("ok") is not True:
        return [Sign(BACKUP, State.ALARM, _("The backup of %(moment)s failed.") % {"moment": when})]
    age = timezone.now() - finished
    state = by_age(age, BACKUP_DUE, BACKUP_LATE)
    return [Sign(BACKUP, state, _("The last good one ended on %(moment)s.") % {"moment": when})]


def by_age(age: datetime.timedelta, due: datetime.timedelta, late: datetime.timedelta) -> State:
    """Return how it stands with something that is so old; what comes from the future is not trusted."""
    if age > late or age < -datetime.timedelta(hours=1):
        return State.ALARM
    return State.WARNING if age > due else State.GOOD


def disk() -> list[Sign]:
    """Return how much space is left where the site writes."""
    usage = shutil.disk_usage(settings.VAR_DIR)
    state = State.WARNING if usage.free < limit(usage.total, *SPACE_LOW) else State.GOOD
    if usage.free < limit(usage.total, *SPACE_OUT):
        state = State.ALARM
    words = {"free": f"{usage.free / GIB:.1f}", "part": round(100 * usage.free / usage.total)}
    return [Sign(DISK, state, _("%(free)s GiB are free, %(part)s %% of the disk.") % words)]


def limit(total: int, part: float, least: int, most: int) -> float:
    """Return the bytes below which a disk of this size has too little space."""
    return min(max(part * total, least), most)


def tls() -> list[Sign]:
    """Return when the certificate ends, as the clock saw it last."""
    if not settings.TLS_ADDRESS:
        return [Sign(CERTIFICATE, State.UNKNOWN, _("No certificate is watched here."))]
    told = read(certificate.file())
    ends = parse_datetime(str(told.get("ends", "")))
    if ends is None:
        return [Sign(CERTIFICATE, State.ALARM, _("No certificate could be read at the site’s own address."))]
    left = ends - timezone.now()
    state = State.GOOD if left > CERTIFICATE_DUE else State.WARNING
    if left < CERTIFICATE_LATE:
        state = State.ALARM
    return [Sign(CERTIFICATE, state, _("It ends on %(moment)s.") % {"moment": moment(ends)})]


def cache() -> list[Sign]:
    """Return whether the cache answers."""
    if cache_answers():
        return [Sign(CACHE, State.GOOD, _("It answers."))]
    return [Sign(CACHE, State.ALARM, _("It does not answer."))]


def alarms() -> list[Sign]:
    """Return what people are to be written about; asked often, so it asks no database and no network."""
    return [sign for sign in (*backup(), *disk(), *tls()) if sign.state == State.ALARM]


def read(path: Path) -> dict[str, Any]:
    """Return what a small file of JSON says; nothing, where it is missing or says no such thing."""
    try:
        told = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def moment(when: datetime.datetime) -> str:
    """Return it as people write it."""
    return date_format(timezone.localtime(when), "DATETIME_FORMAT")


register(30, BACKUP, backup)
register(31, DISK, disk)
register(32, CERTIFICATE, tls)
register(33, CACHE, cache)
