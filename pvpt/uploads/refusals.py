"""Why a document is refused, in sentences for whoever brought it."""

from django.utils.translation import gettext as _


class RefusedError(Exception):
    """Raised with the sentence."""


def disguised(ending: str) -> RefusedError:
    """Return that the content is not what the name says."""
    return RefusedError(
        _("The name of the file says %(kind)s, but its content is something else.") % {"kind": ending.upper()}
    )


def damaged() -> RefusedError:
    """Return that the file cannot be read."""
    return RefusedError(_("The file is damaged. Save it again in the program it comes from and retry."))


def protected() -> RefusedError:
    """Return that the file needs a password."""
    return RefusedError(_("The file is protected by a password. Save it without one and retry."))


def active() -> RefusedError:
    """Return that the file holds a program."""
    return RefusedError(
        _("The file holds macros or embedded programs. Save it without them, or as PDF, and retry.")
    )


def oversized() -> RefusedError:
    """Return that the file would be too large when opened."""
    return RefusedError(_("The file unpacks to more than it should. Save it again with smaller pictures."))
