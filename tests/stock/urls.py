"""The addresses of the stock project: search of `wagtail start`, feed, API, files as nginx has them."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.syndication.views import Feed
from django.template.response import TemplateResponse
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.models import Page

from tests.stock.models import StockItem

api_router = WagtailAPIRouter("wagtailapi")
api_router.register_endpoint("pages", PagesAPIViewSet)


def search(request):
    """Answer as the search view of `wagtail start` does."""
    query = request.GET.get("query")
    results = Page.objects.live().search(query) if query else Page.objects.none()
    return TemplateResponse(request, "stock.html", {"results": results})


class News(Feed):
    """The newest items."""

    title, link = "News", "/"

    def items(self):
        return StockItem.objects.live().order_by("-first_published_at")

    def item_link(self, item):
        return item.get_url()


urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v2/", api_router.urls),
    path("sitemap.xml", sitemap),
    path("feed/", News()),
    # `location /media/ { alias …; }`
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    *i18n_patterns(path("search/", search), path("", include(wagtail_urls))),
]
