"""A list and its items, as the tutorial of Wagtail has them."""

from django.db import models
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index


class StockIndex(Page):
    """A section with items."""

    template = "stock.html"


class StockItem(Page):
    """An item with text, picture and document."""

    template = "stock.html"
    body = RichTextField(blank=True)
    picture = models.ForeignKey("wagtailimages.Image", null=True, on_delete=models.SET_NULL, related_name="+")
    picture_alt = models.CharField(max_length=255, blank=True)
    search_fields = [*Page.search_fields, index.SearchField("body")]
    api_fields = [APIField("body"), APIField("picture_alt")]
