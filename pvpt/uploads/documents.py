"""Documents without the names and places that programs write into them, and without what could run."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pvpt.uploads import office, open_document, pdf, rtf, text
from pvpt.uploads.cleaned import CleanedFile, extension, read
from pvpt.uploads.refusals import RefusedError

# By the ending of the name: what returns the content cleaned, or raises RefusedError.
CLEANERS: dict[str, Callable[[bytes, str], bytes]] = {
    "csv": text.clean,
    "txt": text.clean,
    "rtf": rtf.clean,
    "pdf": pdf.clean,
    "docx": office.clean,
    "pptx": office.clean,
    "xlsx": office.clean,
    "odt": open_document.clean,
    "ods": open_document.clean,
}
# The file with which the makers of virus scanners let people try them; in two parts, lest they find ours.
TRIAL_VIRUS = b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE"


def clean(file: Any, name: str) -> CleanedFile:
    """Return the document cleaned; raises ValidationError with the reason why it is refused."""
    ending = extension(name)
    if ending not in CLEANERS or ending not in settings.WAGTAILDOCS_EXTENSIONS:
        names = ", ".join(sorted(CLEANERS)).upper()
        message = _("This kind of document is not taken. Use one of these: %(names)s.") % {"names": names}
        raise ValidationError(message, code="invalid_extension")
    content = read(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    try:
        if TRIAL_VIRUS in content:
            raise RefusedError(_("A virus scanner would stop this file."))
        return CleanedFile(CLEANERS[ending](content, ending), name)
    except RefusedError as error:
        raise ValidationError(str(error), code="refused") from error
