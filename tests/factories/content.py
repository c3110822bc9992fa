"""Pictures, documents, and a body that holds every block."""

import json
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile

from pvpt.models import CustomDocument, CustomImage, User


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who can log in."""

    email = factory.Sequence(lambda number: f"person{number}@example.org")

    class Meta:
        model = User


class ImageFactory(wagtail_factories.ImageFactory):
    """A small picture of nobody."""

    shows = "nobody"

    class Meta:
        model = CustomImage


class DocumentFactory(wagtail_factories.DocumentFactory):
    """A small file."""

    file = factory.LazyFunction(lambda: ContentFile(b"text", name="text.txt"))

    class Meta:
        model = CustomDocument


def body(image: Any, document: Any, page: Any, empty: bool = False) -> str:
    """Return a body with every block; with `empty`, every optional field is left empty."""

    def optional(text: str) -> str:
        return "" if empty else text

    paragraph = (
        f'<p>Një <b>paragraf</b> me <a linktype="page" id="{page.pk}">lidhje</a>.</p><ul><li>Pikë</li></ul>'
    )
    blocks = [
        ("heading", "Nëntitull"),
        ("paragraph", paragraph),
        (
            "figure",
            {
                "image": image.pk,
                "alt": optional("Përshkrim"),
                "caption": optional("Diçitura"),
                "credit": optional("Autori"),
            },
        ),
        ("quote", {"text": "Fjalë", "source": optional("Burimi")}),
        ("documents", [{"document": document.pk, "title": optional("Dokumenti")}]),
        (
            "call_to_action",
            {"heading": "Thirrje", "text": optional("Tekst"), "label": "Shko", "page": page.pk, "url": ""},
        ),
        ("accordion", [{"title": "Pyetja", "text": "<p>Përgjigjja</p>"}]),
        (
            "contact",
            {
                "heading": "Kontakti",
                "address": optional("Adresa"),
                "telephone": optional("Telefoni"),
                "email": optional("info@example.org"),
                "hours": optional("Orari"),
            },
        ),
    ]
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])
