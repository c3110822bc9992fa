"""The machine translators that an operator may switch on, made careful."""

import time
from collections.abc import Iterable
from typing import Any

from requests import RequestException
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.strings import StringValue

from translation.machine.latin import is_latin, latin

# What wagtail-localize lets through when the service is away, answers an error or answers nonsense.
FAILURES = (RequestException, AttributeError, KeyError, RecursionError, TypeError, ValueError)
# DeepL takes 50 texts at once.
PORTION = 50


class TranslatorError(Exception):
    """Raised when the service gives no answer that can be used."""


class Careful(BaseMachineTranslator):
    """Asks in portions within a time limit, and delivers Serbian in Latin script only."""

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        """Return the translations by text; texts that cannot be delivered are left out.

        Raises TranslatorError when the service fails; then nothing of it is to be used.
        """
        wanted, found = list(strings), {}
        end = time.monotonic() + self.options["TIMEOUT"]
        for start in range(0, len(wanted), PORTION):
            left = end - time.monotonic()
            if left <= 0:
                raise TranslatorError("no answer in time")
            found |= self.portion(source_locale, target_locale, wanted[start : start + PORTION], left)
        return found

    def portion(
        self, source_locale: Locale, target_locale: Locale, strings: list[StringValue], seconds: float
    ) -> dict[StringValue, StringValue]:
        """Return the translations of one portion; raise TranslatorError."""
        # The classes of wagtail-localize read the limit from here, DeepL's in whole seconds.
        asking = type(self)({**self.options, "TIMEOUT": max(1, round(seconds))})
        try:
            answers = super(Careful, asking).translate(source_locale, target_locale, strings)
        except FAILURES as error:
            raise TranslatorError(type(error).__name__) from error
        delivered = {}
        for string, answer in answers.items():
            text = answer.data
            if not isinstance(text, str) or not text.strip():
                continue
            if target_locale.language_code == "sr-latn":
                text = latin(text)
                if not is_latin(text):
                    continue
            delivered[string] = StringValue(text)
        return delivered


class LibreTranslate(Careful, LibreTranslator):
    """LibreTranslate, also one in the house."""

    def __init__(self, options: dict[str, Any]) -> None:
        """Take the address and key from the options that both services share."""
        super().__init__({**options, "LIBRETRANSLATE_URL": options["URL"], "API_KEY": options["KEY"]})


class DeepL(Careful, DeepLTranslator):
    """DeepL, with British English."""

    def __init__(self, options: dict[str, Any]) -> None:
        """Take the key from the options that both services share."""
        super().__init__({**options, "AUTH_KEY": options["KEY"]})

    def get_api_endpoint(self) -> str:
        """Return the address that the operator gave, or that of the account."""
        return self.options["URL"] or super().get_api_endpoint()

    def get_parameters(
        self, source_locale: Locale, target_locale: Locale, strings: list[StringValue]
    ) -> dict[str, Any]:
        """Return what is sent; DeepL wants English with its country."""
        parameters = super().get_parameters(source_locale, target_locale, strings)
        if parameters["target_lang"] == "EN":
            parameters["target_lang"] = "EN-GB"
        return parameters
