"""The attacks: every address of a translation, and what each role gets there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import now
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from home.models import StandardPage
from tests.attack_world import World

# One column for each role, in the order of attack_world.ROLES: editor, translators Serbian and English,
# publisher, administrator, member, visitor. y: gets what it asks for; n: reads and changes nothing.
TABLE = """
edit              sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
view-draft        sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
history           sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
workflow-history  sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
usage             sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
compare           sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
revision          sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
revert            sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
explore           sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn   secret  ynnyynn
choose            sr  yyyyynn   en  yyyyynn   locked  yyyyynn   private  nnyyynn   secret  ynnyynn
choose-search     sr  yyyyynn   en  yyyyynn   locked  yyyyynn   private  nnyyynn   secret  ynnyynn
api-read          sr  yyyyynn   en  yyyyynn   locked  yyyyynn   private  nnyyynn   secret  ynnyynn
publish           sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn
restart           sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn
convert-in-form   sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn
convert           sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn
delete            sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn   secret  ynnyynn
move              sr  nnnnynn   en  nnnnynn   locked  nnnnnnn                      secret  ynnnynn
copy              sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  ynnnynn
unpublish         sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn   secret  nnnnnnn
privacy           sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  ynnyynn
lock              sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn   secret  ynnyynn
unlock                                        locked  nnnyynn
bulk-delete       sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn   secret  ynnyynn
bulk-move         sr  nnnnynn   en  nnnnynn   locked  nnnnnnn                      secret  ynnnynn
bulk-publish      sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn   secret  ynnyynn
bulk-unpublish    sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn   secret  nnnnnnn
api-publish       sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
api-unpublish     sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
api-delete        sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
api-alias         sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
api-translate     sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
api-revert        sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
see-submit        sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
submit            sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  nnnnnnn
see-update                                    source  nnnnnnn   record-sq  nnnnnnn
update                                        source  nnnnnnn   record-sq  nnnnnnn
see-send          sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  ynnyynn
send              sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn   secret  ynnyynn
text              sr  nynyynn   en  nnyyynn   locked  nnnnnnn   private  nnyyynn
drop-text         sr  nynyynn   en  nnyyynn   locked  nnnnnnn   private  nnyyynn
override          sr  nynyynn   en  nnyyynn   locked  nnnnnnn
machine           sr  nynyynn   en  nnyyynn   locked  nnnnnnn   private  nnyyynn
po-upload         sr  nynyynn   en  nnyyynn   locked  nnnnnnn   private  nnyyynn
po-download       sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn
preview           sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn
see-texts         sr  nynyynn   en  nnyyynn   locked  nnyyynn   private  nnyyynn
give-text         sr  nynyynn   en  nnyyynn   locked  nnnnnnn   private  nnyyynn
ready             sr  nnnyynn   en  nnnyynn   locked  nnnnnnn   private  nnnyynn
review            sr  nynyynn   en  nnyyynn   locked  nnnnnnn   private  nnyyynn
approve           sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn
stop              sr  nnnnnnn   en  nnnnnnn   locked  nnnnnnn   private  nnnnnnn
record-edit       record-sq  ynnyynn   record-sr  nynyynn   record-en  nnyyynn
record-publish                         record-sr  nnnyynn   record-en  nnnyynn
record-restart    record-sq  nnnnnnn   record-sr  nnnnnnn   record-en  nnnnnnn
record-history    record-sq  ynnyynn   record-sr  nynyynn   record-en  nnyyynn
record-usage      record-sq  ynnyynn   record-sr  nynyynn   record-en  nnyyynn
record-copy       record-sq  ynnnynn   record-sr  nnnnnnn   record-en  nnnnnnn
record-delete     record-sq  ynnnynn   record-sr  nnnnynn   record-en  nnnnynn
record-bulk       record-sq  ynnnynn   record-sr  nnnnynn   record-en  nnnnynn
record-submit     record-sq  nnnnnnn   record-sr  nnnnnnn   record-en  nnnnnnn
record-api        record-sq  yyyyynn   record-sr  yyyyynn   record-en  yyyyynn
record-api-list   record-sq  ynnyynn   record-sr  nynyynn   record-en  nnyyynn
text              record-sr  nynyynn   record-en  nnyyynn
po-download       record-sr  nynyynn   record-en  nnyyynn
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    """Return attack, target and expected answers of every row."""
    found = []
    for line in table.strip().splitlines():
        name, *cells = line.split()
        found += [(name, cells[number], cells[number + 1]) for number in range(0, len(cells), 2)]
    return found


def nothing(world: World, name: str) -> None:
    """Prepare nothing."""


@dataclass
class Attack:
    """One request: `address` gives where it goes, `data` what is sent; with `reads` it only wants to read.

    `shows` is what an answer holds that was given, where this is not the title; `anonymous` leaves the
    session out.
    """

    address: Callable[[World, str], str]
    method: str = "post"
    data: Callable[[World, str], dict[str, Any]] = field(default=lambda world, name: {})
    prepare: Callable[[World, str], Any] = nothing
    shows: str = ""
    anonymous: bool = False

    @property
    def reads(self) -> bool:
        """Tell whether success means that something was read."""
        return self.method == "get"

    def told(self, response: Any, world: World, name: str) -> bool:
        """Tell whether the answer holds what was asked for."""
        content = response.getvalue() if response.streaming else response.content
        text = content.decode(errors="replace")
        return self.shows in text if self.shows else world.tells(text, name)

    def send(self, client: Any, world: World, name: str) -> Any:
        """Send the request and return the answer."""
        data = self.data(world, name)
        if self.method == "put":
            form = "&".join(f"{key}={value}" for key, value in data.items())
            kind = "application/x-www-form-urlencoded"
            return client.put(self.address(world, name), form, content_type=kind)
        return getattr(client, self.method)(self.address(world, name), data)


def page(view: str, **arguments: Any) -> Callable[[World, str], str]:
    """Return the address of one of Wagtail's views of a page."""
    return lambda world, name: reverse(f"wagtailadmin_pages:{view}", args=[world.pages[name].pk])


def parent(view: str) -> Callable[[World, str], str]:
    """Return the address of a view of the page above."""
    return lambda world, name: reverse(view, args=[world.pages[name].get_parent().pk])


def revision(view: str) -> Callable[[World, str], str]:
    """Return the address of a view of the latest version of a page."""
    return lambda world, name: reverse(
        f"wagtailadmin_pages:{view}", args=[world.pages[name].pk, world.pages[name].latest_revision_id]
    )


def bulk(action: str) -> Callable[[World, str], str]:
    """Return the address of an action on many pages, with this one among them."""
    return lambda world, name: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={world.pages[name].pk}"
    )


def api(action: str) -> Callable[[World, str], str]:
    """Return the address of an action of the admin's API."""
    return lambda world, name: f"/admin/api/main/pages/{world.pages[name].pk}/action/{action}/"


def localize(view: str, *more: Callable[[World, str], Any]) -> Callable[[World, str], str]:
    """Return the address of one of wagtail-localize's views of a translation."""
    return lambda world, name: reverse(
        f"wagtail_localize:{view}", args=[world.translation(name).pk, *(get(world, name) for get in more)]
    )


def record(view: str) -> Callable[[World, str], str]:
    """Return the address of a view of a record."""
    return lambda world, name: reverse(
        world.records[name].snippet_viewset.get_url_name(view), args=[world.records[name].pk]
    )


def destination(world: World, name: str) -> Page:
    """Return another page of the same language, below which this one may stand."""
    mine = world.pages[name]
    return StandardPage.objects.filter(locale=mine.locale, depth=3).exclude(pk=mine.pk).first()


def forget_a_text(world: World, name: str) -> None:
    """Leave something to translate."""
    segment = world.text(name)
    StringTranslation.objects.filter(
        translation_of=segment.string, context=segment.context, locale=world.translation(name).target_locale
    ).delete()


def take_offline(world: World, name: str) -> None:
    """Leave a page to publish, of which the last version has all texts as they are."""
    if name in ("sr", "en", "private", "locked"):
        segment, locale = world.text(name), world.translation(name).target_locale
        kept = StringTranslation.objects.filter(
            translation_of=segment.string, context=segment.context, locale=locale
        )
        kept.update(data=world.title(name))
    Page.objects.filter(pk=world.pages[name].pk).update(live=False)


def po(world: World, name: str) -> dict[str, Any]:
    """Return a file that changes a text of the translation."""
    text = str(world.translation(name).export_po()).replace(f"New {name}", "Uploaded")
    return {"file": SimpleUploadedFile("t.po", text.encode(), content_type="text/plain")}


def source_of(world: World, name: str) -> str:
    """Return the address at which the translations of a source are updated."""
    source = world.translation({"source": "en", "record-sq": "record-en"}.get(name, name)).source
    return reverse("wagtail_localize:update_translations", args=[source.pk])


def snippets(world: World, name: str) -> str:
    """Return the address of the records in the API of the translation editor."""
    return reverse("wagtail_localize:snippets_api_listing", args=["organisation", "hotline"])


def every_locale(world: World, name: str) -> dict[str, Any]:
    """Return the form that sends a page into the other languages, at once and with all below it."""
    return {
        "locales": [world.pages["en"].locale_id, world.pages["sr"].locale_id],
        "include_subtree": "on",
    }


def send(world: World, name: str) -> str:
    """Return the address at which a page is sent to the translators."""
    return reverse("translation_send", args=[world.pages[name].pk])


def texts(world: World, name: str) -> str:
    """Return the address of the open texts of a translation."""
    return reverse("translation_texts", args=[world.translation(name).pk])


def fixed(**data: Any) -> Callable[[World, str], dict[str, Any]]:
    """Return the same form for every target."""
    return lambda world, name: data


ATTACKS = {
    "edit": Attack(page("edit"), "get"),
    "view-draft": Attack(page("view_draft"), "get"),
    "history": Attack(page("history"), "get"),
    "workflow-history": Attack(page("workflow_history"), "get"),
    "usage": Attack(page("usage"), "get"),
    "compare": Attack(
        lambda world, name: reverse(
            "wagtailadmin_pages:revisions_compare", args=[world.pages[name].pk, "earliest", "latest"]
        ),
        "get",
    ),
    "revision": Attack(revision("revisions_view"), "get"),
    "revert": Attack(revision("revisions_revert"), "get"),
    "explore": Attack(parent("wagtailadmin_explore"), "get"),
    "choose": Attack(parent("wagtailadmin_choose_page_child"), "get"),
    "choose-search": Attack(
        lambda world, name: reverse("wagtailadmin_choose_page_search"),
        "get",
        lambda world, name: {"q": world.title(name)},
    ),
    "api-read": Attack(lambda world, name: f"/admin/api/main/pages/{world.pages[name].pk}/", "get"),
    "publish": Attack(
        page("edit"), data=lambda world, name: {"action": "publish", "opened": now().isoformat()}
    ),
    "restart": Attack(
        page("edit"),
        data=fixed(**{"localize-restart-translation": "1"}),
        prepare=lambda world, name: type(world.translation(name)).objects.update(enabled=False),
    ),
    "convert-in-form": Attack(page("edit"), data=fixed(**{"localize-convert-to-alias": "1"})),
    "convert": Attack(
        lambda world, name: reverse("wagtail_localize:convert_to_alias", args=[world.pages[name].pk])
    ),
    "delete": Attack(page("delete")),
    "move": Attack(
        lambda world, name: reverse(
            "wagtailadmin_pages:move_confirm", args=[world.pages[name].pk, destination(world, name).pk]
        )
    ),
    "copy": Attack(
        page("copy"),
        data=lambda world, name: {
            "new_title": "Copy",
            "new_slug": "a-copy",
            "new_parent_page": world.pages[name].get_parent().pk,
        },
    ),
    "unpublish": Attack(page("unpublish")),
    "privacy": Attack(page("set_privacy"), data=fixed(restriction_type="login")),
    "lock": Attack(page("lock")),
    "unlock": Attack(page("unlock")),
    "bulk-delete": Attack(bulk("delete")),
    "bulk-move": Attack(bulk("move"), data=lambda world, name: {"chooser": destination(world, name).pk}),
    "bulk-publish": Attack(bulk("publish"), prepare=take_offline),
    "bulk-unpublish": Attack(bulk("unpublish")),
    "api-publish": Attack(api("publish")),
    "api-unpublish": Attack(api("unpublish")),
    "api-delete": Attack(api("delete")),
    "api-alias": Attack(api("create_alias"), data=fixed(update_slug="an-alias")),
    "api-translate": Attack(api("copy_for_translation"), data=fixed(locale="en", alias=True)),
    "api-revert": Attack(
        api("revert_to_page_revision"),
        data=lambda world, name: {"revision_id": world.pages[name].latest_revision_id},
    ),
    "see-submit": Attack(
        lambda world, name: reverse("wagtail_localize:submit_page_translation", args=[world.pages[name].pk]),
        "get",
    ),
    "submit": Attack(
        lambda world, name: reverse("wagtail_localize:submit_page_translation", args=[world.pages[name].pk]),
        data=every_locale,
    ),
    "see-send": Attack(send, "get"),
    "send": Attack(send),
    "see-update": Attack(source_of, "get"),
    "update": Attack(source_of, data=fixed(publish_translations="on")),
    "text": Attack(
        localize("edit_string_translation", lambda world, name: world.text(name).pk),
        "put",
        fixed(value="Attacked"),
    ),
    "drop-text": Attack(
        localize("edit_string_translation", lambda world, name: world.text(name).pk), "delete"
    ),
    "override": Attack(
        localize("edit_override", lambda world, name: world.picture(name).pk),
        "put",
        lambda world, name: {"value": world.image.pk},
    ),
    "machine": Attack(localize("machine_translate"), prepare=forget_a_text),
    "po-upload": Attack(localize("upload_pofile"), data=po),
    "po-download": Attack(localize("download_pofile"), "get"),
    "preview": Attack(localize("preview_translation"), "get"),
    "see-texts": Attack(texts, "get", prepare=forget_a_text),
    "give-text": Attack(
        texts,
        data=lambda world, name: {
            "segment": world.text(name).pk,
            "text": "Attacked",
            "before": f"New {name}",
        },
    ),
    "ready": Attack(page("edit"), data=lambda world, name: {"action": "ready", "opened": now().isoformat()}),
    "review": Attack(page("edit"), data=fixed(action="submit")),
    "approve": Attack(page("edit"), data=fixed(action="approve")),
    "stop": Attack(localize("stop_translation")),
    "record-edit": Attack(record("edit"), "get"),
    "record-publish": Attack(record("edit"), data=fixed(action="publish")),
    "record-restart": Attack(record("edit"), data=fixed(**{"localize-restart-translation": "1"})),
    "record-history": Attack(record("history"), "get"),
    "record-usage": Attack(record("usage"), "get"),
    "record-copy": Attack(record("copy"), "get"),
    "record-delete": Attack(record("delete")),
    "record-bulk": Attack(
        lambda world, name: (
            reverse("wagtail_bulk_action", args=["organisation", "hotline", "delete"])
            + f"?id={world.records[name].pk}"
        )
    ),
    "record-submit": Attack(
        lambda world, name: reverse(
            "wagtail_localize:submit_snippet_translation",
            args=["organisation", "hotline", world.records[name].pk],
        ),
        "get",
    ),
    "record-api": Attack(
        lambda world, name: f"{snippets(world, name)}{world.records[name].pk}/",
        "get",
    ),
    "record-api-list": Attack(snippets, "get"),
}
