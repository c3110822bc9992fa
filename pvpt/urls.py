"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views.serve import authenticate_with_password

from home.style import style
from members.accounts.views import to_log_in, to_reset
from members.views import Logout, member_area
from publishing.calendar.feed import feed, feed_with_key
from publishing.views import health
from pvpt import routing, sitemaps, views
from pvpt.health import probes
from search.views import search
from translation.localize.listings import page_types_urls

handler400 = "pvpt.views.bad_request"
handler403 = "pvpt.views.forbidden"
handler404 = "pvpt.views.not_found"
handler429 = "pvpt.views.too_many"
handler500 = "organisation.contact.refusals.server_error"

# Without a language: for staff, machines and files.
urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("exit/", views.leave, name="leave"),
    # In front of Wagtail's own, which an app cannot replace.
    path("admin/reports/page-types-usage/", include(page_types_urls)),
    path("admin/login/", to_log_in),
    path("admin/logout/", Logout.as_view()),
    re_path(r"^admin/password_reset/", to_reset),
    path("admin/", include(wagtailadmin_urls)),
    # Not Wagtail's own, whose pattern takes other digits too.
    path("documents/<int:document_id>/<path:document_filename>", views.document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("calendar.ics", feed, name="calendar_feed"),
    path("calendar/<str:secret>.ics", feed_with_key, name="calendar_with_key"),
    path("media/social/<int:number>/<slug:digest>.jpg", views.social_image, name="social_image"),
    path("media/<path:path>", views.rendition, name="rendition"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemaps.section, name="sitemap_section"),
    path("health/", health, name="health"),
    path("health/live", probes.live, name="health_live"),
    path("health/ready", probes.ready, name="health_ready"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
]

# What readers see: the language stands in the address. Wagtail's catch-all is last.
urlpatterns += i18n_patterns(
    path("search/", search, name="search"),
    path("style/", style, name="style"),
    path("safety/", views.safety, name="safety"),
    path("members/", member_area, name="member_area"),
    path("account/", include("members.accounts.urls")),
    path("_util/login/", to_log_in),
    # In the place of Wagtail's last one.
    path("", include(wagtail_urls.urlpatterns[:-1])),
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
)
