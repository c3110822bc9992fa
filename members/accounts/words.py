"""Passwords that are guessed by whoever knows our name."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pvpt.folding import fold

# fmt: off
# What stands around this office, and what its people deal with; without diacritics.
WORDS = (
    "pvpt", "center", "qendra", "centar", "protection", "mbrojtja", "mbrojtje", "zastita", "victim",
    "viktima", "zrtve", "zrtva", "prevention", "parandalimi", "parandalim", "prevencija", "trafficking",
    "trafikimi", "trafikim", "trgovina", "ljudima", "njerez", "kosova", "kosove", "kosovo", "prishtina",
    "prishtine", "pristina", "shelter", "strehimore", "skloniste", "donate", "dhuro", "admin",
    "administrator", "password", "fjalekalimi", "fjalekalim", "lozinka", "sifra", "wagtail", "website",
    "sajti", "uebfaqe",
)
# fmt: on
# What must be left of a password without these words, digits and signs.
LEFT = 6


class OurWordsValidator:
    """Refuses a password of which too little is left without our own words, digits and signs.

    ASVS 5.0, 6.1.2 and 6.2.11.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when it is made of them."""
        whole = rest = fold(password)
        for word in sorted(WORDS, key=len, reverse=True):
            rest = rest.replace(word, " ")
        if rest != whole and len(re.sub(r"[\W\d_]", "", rest)) < LEFT:
            raise ValidationError(self.get_help_text(), code="password_of_our_words")

    def get_help_text(self) -> str:
        """Return what is expected."""
        return _("A password must not be made of the words of this office: its name, its place, its work.")
