"""One page for every template of the public site, in each language, for tests that go through them all."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, Route

LANGUAGES = ["sq", "sr-latn", "en"]
# No sitemap has these. Search and lists have their own templates for what is found and what is not.
WITHOUT_PAGE = {
    "search": "search/",
    "search with results": "search/?q=pvpt",
    "search without results": "search/?q=qqqq",
    "log-in": "account/login/",
    "new password": "account/password/reset/",
    "new password asked for": "account/password/reset/sent/",
    "new password, old link": "account/password/reset/x/y/",
    "invitation, old link": "account/invitation/x/",
    "account": "account/",
    "account password": "account/password/",
    "account app": "account/app/",
    "account passkey": "account/passkeys/add/",
    "404": "nowhere/",
}
MEMBERS_ONLY = (
    "memberareapage",
    "memberpage",
    "account",
    "account password",
    "account app",
    "account passkey",
)
# Finds a page of each type, every plain page, and renders what no address leads to.
CODE = """
import json
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory
from django.utils import translation
from wagtail.models import Page
from news.models import NewsIndexPage, NewsPage
from organisation.contact import refusals
from organisation.models import ContactPage
from pvpt import views
addresses, bodies = {}, {}
for code in ("sq", "sr-latn", "en"):
    found = addresses[code] = {}
    pages = Page.objects.live().filter(locale__language_code=code, depth__gt=1).specific()
    for page in pages.order_by("path"):
        kind = page.cached_content_type.model
        if kind == "standardpage":
            source = page.get_translations(inclusive=True).get(locale__language_code="sq")
            kind = f"standardpage {source.slug}"
        if kind == "newspage" and not (page.lead_image and page.category and page.related.exists()):
            continue
        found.setdefault(kind, page.get_url())
    index = NewsIndexPage.objects.get(locale__language_code=code)
    item = NewsPage.objects.live().filter(locale__language_code=code, category__isnull=False).first()
    with translation.override(code):
        found["newsindexpage month"] = index.get_url() + f"{item.date:%Y}/{item.date:%m}/"
        category = index.reverse_subpage("category", [item.category.slug])
        found["newsindexpage category"] = index.get_url() + category
        request = RequestFactory().get(f"/{code}/nowhere/", HTTP_HOST="localhost")
        request.user = AnonymousUser()
        request.session = {}
        offered = [item.get_translations(inclusive=True).exclude(locale__language_code=code).first()]
        rendered = {
            "400": views.bad_request(request, None),
            "403": views.forbidden(request, None),
            "403 of a form": views.csrf_failure(request),
            "404 with offers": views.error(request, 404, offered=offered),
            "500": views.server_error(request),
        }
        client = Client(HTTP_HOST="localhost")
        rendered["log-in with an error"] = client.post(
            f"/{code}/account/login/", {"login": "", "password": "", "next": "/"}
        )
        form = ContactPage.objects.get(locale__language_code=code).get_url()
        found["contactpage thanks"] = form + "thanks/"
        rendered["contact form with errors"] = client.post(form, {"language": "x", "website": "x"})
        sent = RequestFactory().post(form, {refusals.BUTTON: "1", "message": "x"}, HTTP_HOST="localhost")
        rendered["contact form without database"] = refusals.server_error(sent)
        bodies[code] = {name: response.content.decode() for name, response in rendered.items()}
print(json.dumps([addresses, bodies]))
"""


@dataclass
class Template:
    """A page to look at: its name in reports, its address, and its content where no address leads to it."""

    name: str
    address: str
    content: str = ""

    @property
    def private(self) -> bool:
        """Tell whether only a member sees it."""
        return self.name in MEMBERS_ONLY

    def open(self, page: Page) -> None:
        """Show it in the browser."""
        if self.content:

            def answer(route: Route) -> None:
                route.fulfill(body=self.content, content_type="text/html; charset=utf-8")

            page.route(f"**{self.address}", answer)
        page.goto(self.address)


def read_templates(shell: Callable[[str], str]) -> dict[str, list[Template]]:
    """Return the pages of each language, in one order in all of them."""
    addresses, bodies = json.loads(shell(CODE).splitlines()[-1])
    found: dict[str, list[Template]] = {}
    for language in LANGUAGES:
        own = [Template(kind, address) for kind, address in sorted(addresses[language].items())]
        own += [Template(name, f"/{language}/{rest}") for name, rest in WITHOUT_PAGE.items()]
        for name, content in bodies[language].items():
            own.append(Template(name, f"/{language}/rendered-{name.replace(' ', '-')}/", content))
        found[language] = own
    return found
