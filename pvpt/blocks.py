"""The blocks of which editors build a page.

Nesting is at most stream → struct → field or stream → list → struct: deeper text would silently not
be translated by wagtail-localize.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock


class FigureBlock(blocks.StructBlock):
    """A picture with its own description, because the picture is shared between languages."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        help_text=_(
            "What the picture shows, for people who do not see it. Leave empty if it only decorates."
        ),
    )
    caption = blocks.CharBlock(label=_("Caption"), required=False)
    credit = blocks.CharBlock(label=_("Credit"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/figure.html"


class QuoteBlock(blocks.StructBlock):
    """Words of a person or a document, with their source."""

    text = blocks.TextBlock(label=_("Quotation"))
    source = blocks.CharBlock(label=_("Source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class DocumentItemBlock(blocks.StructBlock):
    """One file of a list."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, help_text=_("Shown instead of the document's own title.")
    )


class AccordionItemBlock(blocks.StructBlock):
    """A heading that opens to show its text."""

    title = blocks.CharBlock(label=_("Heading"))
    text = blocks.RichTextBlock(label=_("Text"))


class CallToActionBlock(blocks.StructBlock):
    """An invitation with one link."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.TextBlock(label=_("Text"), required=False)
    label = blocks.CharBlock(label=_("Words on the button"))
    page = blocks.PageChooserBlock(label=_("Page of this site"), required=False)
    url = blocks.URLBlock(label=_("Address of another site"), required=False)

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = "blocks/call_to_action.html"

    def clean(self, value: Any) -> Any:
        """Raise a validation error beside the field unless exactly one target is given."""
        value = super().clean(value)
        if bool(value["page"]) == bool(value["url"]):
            message = ValidationError(_("Choose a page of this site or give an address, not both."))
            raise blocks.StructBlockValidationError(block_errors={"page": message})
        return value


class ContactBlock(blocks.StructBlock):
    """How to reach an office; every line may stay empty."""

    heading = blocks.CharBlock(label=_("Heading"))
    address = blocks.TextBlock(label=_("Address"), required=False)
    telephone = blocks.CharBlock(label=_("Telephone"), required=False)
    email = blocks.CharBlock(label=_("Email"), required=False)
    hours = blocks.TextBlock(label=_("Hours"), required=False)

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "blocks/contact.html"


class LinkBlock(blocks.StructBlock):
    """A labelled link to a page of this site."""

    label = blocks.CharBlock(label=_("Words on the button"))
    page = blocks.PageChooserBlock(label=_("Page"))

    class Meta:
        icon = "link"
        label = _("Link")


class BodyBlock(blocks.StreamBlock):
    """The main text of a page."""

    heading = blocks.CharBlock(label=_("Heading"), icon="title", template="blocks/heading.html")
    paragraph = blocks.RichTextBlock(label=_("Paragraph"), icon="pilcrow", template="blocks/paragraph.html")
    figure = FigureBlock()
    quote = QuoteBlock()
    documents = blocks.ListBlock(
        DocumentItemBlock(), label=_("List of documents"), icon="doc-full", template="blocks/documents.html"
    )
    call_to_action = CallToActionBlock()
    accordion = blocks.ListBlock(
        AccordionItemBlock(), label=_("Accordion"), icon="list-ul", template="blocks/accordion.html"
    )
    contact = ContactBlock()
