"""The search page of a language."""

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from pvpt import folding
from pvpt.files import keep_private
from pvpt.visibility import visible
from search.finding import MOST, find, in_order

PER_PAGE = 10
MIN_LENGTH = 2


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """List the visible pages of the language that hold the words, whatever was typed.

    Words match from their beginning, because Albanian and Serbian nouns change at the end.
    """
    typed = request.GET.get("q", "")[: folding.MAX_LENGTH].replace("\0", "").strip()
    words = folding.words(typed)
    results: ResultPage | None = None
    more = False
    if any(len(word) >= MIN_LENGTH for word in words):
        pages = visible(Page.objects.filter(locale__language_code=translation.get_language()), request.user)
        found = find(pages, words, folding.split(typed), request.user)
        more = len(found) == MOST
        number = request.GET.get("page", "1")
        results = Paginator(found, PER_PAGE).get_page(
            int(number) if number.isdecimal() and len(number) < 6 else 1
        )
        results.object_list = in_order(pages, results.object_list)
        for page in results.object_list:
            # Only what is private has parts; the others need not be read as a whole.
            page.parts = page.specific.parts_with(words) if getattr(page.specific_class, "private", 0) else []
    context = {"query": typed, "results": results, "more": more}
    response = render(request, "search/search.html", context)
    if request.user.is_authenticated:
        # It may name what is private.
        keep_private(response)
    return response
