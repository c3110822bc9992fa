"""The attacks on our own pages of the admin: calendar, feed, look ahead, outlook, clock, lists and files."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Revision

from organisation.accounts.changes import propose
from organisation.contact.sealing import seal
from organisation.models import BankAccount, BankChange, Message
from publishing.calendar import moving
from publishing.calendar.feed import make_address
from publishing.models import Attempt, CalendarAddress
from pvpt.models import SiteSettings, User
from tests import bank
from tests.attack_world import World
from tests.attacks import Attack, fixed, forget_a_text, localize, po
from tests.factories.content import UserFactory
from tests.planned import DAY, HOUR, put_to

# As in tests.attacks; the target "-" stands for no page.
TABLE = """
edit                planned    ynnyynn  planned-en nnyyynn  held       ynnyynn  inner      ynnyynn
edit                closed     ynnyynn  ending     ynnyynn  leaving    ynnyynn
month               planned    ynnyynn  planned-en nnynnnn  held       ynnyynn  inner      ynnyynn
month               closed     ynnyynn  ending     yyyyynn  leaving    yyyyynn  secret     ynnyynn
week                planned    ynnyynn  planned-en nnynnnn  held       ynnyynn  inner      ynnyynn
week                closed     ynnyynn  ending     yyyyynn  leaving    yyyyynn
agenda              planned    ynnyynn  planned-en nnynnnn  held       ynnyynn  inner      ynnyynn
agenda              closed     ynnyynn  ending     yyyyynn  leaving    yyyyynn
agenda-error        planned    ynnyynn  en         nnyyynn  sr         nynyynn  ending     ynnyynn
feed                planned    ynnyynn  planned-en nnynnnn  held       ynnyynn  inner      ynnyynn
feed                closed     ynnyynn  ending     yyyyynn  leaving    yyyyynn
feed-guess          planned    nnnnnnn  ending     nnnnnnn
feed-replaced       planned    nnnnnnn  ending     nnnnnnn
feed-closed         planned    nnnnnnn  ending     nnnnnnn
feed-inactive       planned    nnnnnnn  ending     nnnnnnn
feed-left           planned    nnnnnnn  ending     nnnnnnn
see-feed            -          yyyyynn
feed-make           -          yyyyynn
feed-close          -          yyyyynn
feed-nothing        -          nnnnnnn
see-shift           planned    ynnyynn  planned-en nnnnnnn  held       ynnyynn  inner      ynnyynn
see-shift           closed     ynnyynn  ending     ynnyynn  leaving    ynnyynn  source     nnnnnnn
see-shift           secret     nnnnnnn
shift               planned    ynnyynn  planned-en nnnnnnn  held       nnnnnnn  inner      ynnyynn
shift-end           ending     ynnyynn  closed     ynnyynn  leaving    ynnyynn
take-off            planned    ynnyynn  held       nnnnnnn  inner      ynnyynn
home                planned    ynnyynn  planned-en nnnnnnn  inner      nnnnnnn
home-en             planned    nnnnnnn  planned-en nnnyynn
see-home            -          ynnyynn
outlook             planned    ynnyynn  planned-en nnyyynn  source     ynnyynn  sr         nynyynn
outlook             en         nnyyynn  locked     nnyyynn  private    nnyyynn  secret     ynnyynn
outlook             closed     ynnyynn  inner      ynnyynn
outlook-new         -          yyyyynn
retry               planned    ynnyynn  planned-en nnnyynn  held       ynnyynn  inner      ynnyynn
retry               sr         nnnyynn  en         nnnyynn  private    nnnyynn  locked     nnnyynn
retry               closed     ynnyynn
see-retry           planned    nnnnnnn
dashboard           planned    ynnyynn  held       ynnyynn  inner      ynnyynn
matrix              planned    ynnyynn  planned-en nnynnnn  inner      ynnyynn  closed     ynnyynn
matrix              ending     yyyyynn
matrix-results      planned    ynnyynn  planned-en nnynnnn  inner      ynnyynn  closed     ynnyynn
matrix-results      ending     yyyyynn
findings            planned    ynnyynn  planned-en nnyyynn  inner      ynnyynn  closed     ynnyynn
findings            ending     yyyyynn  sr         yyyyynn  private    yyyyynn  secret     ynnyynn
report              planned    ynyyynn  secret     nnnnnnn
report-results      planned    ynyyynn  secret     nnnnnnn
page-types          -          nnnyynn
page-types-results  -          nnnyynn
po-first            -          nnnnnnn
po-files            sr         nynyynn  en         nnyyynn  private    nnyyynn
po-zip              sr         nynyynn  en         nnyyynn  private    nnyyynn
po-batch            sr         nynyynn  en         nnyyynn  locked     nnnnnnn  private    nnyyynn
preview-mode        sr         nnnnnnn  en         nnnnnnn
api-list            sr         nynyynn  en         nnyyynn  private    nnyyynn  secret     ynnyynn
api-list            held       ynnyynn
api-find            sr         nnnnnnn  secret     nnnnnnn
api-images          -          yyyyynn
api-image           -          yyyyynn
api-image-find      -          nnnnnnn
bank-list           -          nnnyynn
bank-results        -          nnnyynn
bank-edit           -          nnnyynn
bank-add            -          nnnyynn
bank-change         -          nnnyynn
bank-tamper         -          nnnyynn
bank-delete         -          nnnnynn
bank-history        -          nnnyynn
bank-usage          -          nnnyynn
bank-bulk           -          nnnnnnn
bank-translate      -          nnnnnnn
changes             -          nnnyynn
change              -          nnnyynn
change-approve      -          nnnyynn
change-reject       -          nnnyynn
messages            -          nnnnnnn
message             -          nnnnnnn
message-handle      -          nnnnnnn
message-delete-see  -          nnnnnnn
message-delete      -          nnnnnnn
"""


def at(name: str, *arguments: Any) -> Callable[[World, str], str]:
    """Return an address that is the same for every target."""
    return lambda world, target: reverse(name, args=arguments)


def path(address: str) -> Callable[[World, str], str]:
    """Return the same, of an address without a name."""
    return lambda world, target: address


def of_page(name: str) -> Callable[[World, str], str]:
    """Return the address of a view of the page."""
    return lambda world, target: reverse(name, args=[world.pages[target].pk])


def of_language(name: str) -> Callable[[World, str], str]:
    """Return the address of a view of the page's language."""
    return lambda world, target: reverse(name, args=[world.pages[target].locale.language_code])


def calendar(view: str) -> Attack:
    """Return a look at the day on which the dated pages go live or end."""
    address = at("publishing_calendar")
    return Attack(address, "get", lambda world, name: {"view": view, "date": local(world.moment)[:10]})


def local(moment: datetime.datetime) -> str:
    """Return the moment as a form has it."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def attacker(world: World) -> Any:
    """Return who attacks; nobody for a visitor."""
    person = world.people.get(world.role)
    return User.objects.filter(pk=person.pk if person else None)


def have_feed(world: World, name: str) -> None:
    """Let the attacker have a feed, unless it is a visitor."""
    guess(world)
    for user in attacker(world):
        world.secret = make_address(user)


def feed(change: Callable[[World], Any] = lambda world: None) -> Attack:
    """Return what a calendar program asks, which has no session, after something has changed."""

    def prepare(world: World, name: str) -> None:
        SiteSettings.objects.update_or_create(defaults={"calendar_keys_in_addresses": True})
        have_feed(world, name)
        change(world)

    return Attack(
        lambda world, name: reverse("calendar_with_key", args=[world.secret]),
        "get",
        prepare=prepare,
        anonymous=True,
    )


def guess(world: World) -> None:
    """Know nothing but how secrets look."""
    world.secret = "x" * 43


def replace(world: World) -> None:
    """Make a new secret."""
    for user in attacker(world):
        make_address(user)


def leave_groups(world: World) -> None:
    """Lose all rights."""
    for user in attacker(world):
        user.groups.clear()


def give_up(world: World, name: str) -> None:
    """Let the clock have given up what was due with the page an hour ago."""
    page, moment = world.pages[name], timezone.now() - HOUR
    act = Attempt.Act.RELEASE
    if page.expire_at:
        act = Attempt.Act.EXPIRE
        Page.objects.filter(pk=page.pk).update(expire_at=moment)
    elif page.go_live_at:
        act = Attempt.Act.PUBLISH
        put_to(page, moment)
    values = {"planned_for": moment, "next_try_at": moment, "tries": Attempt.LIMIT, "error": CAUSE}
    Attempt.objects.create(page=page, act=act, **values)


def retry(world: World, name: str) -> str:
    """Return the address at which the clock is asked to try again."""
    return reverse("publishing_retry", args=[Attempt.objects.get(page=world.pages[name]).pk])


def shift(field: str) -> Callable[[World, str], dict[str, Any]]:
    """Return the form that moves a date of the page by a day, as the calendar had filled it in."""

    def data(world: World, name: str) -> dict[str, Any]:
        item = moving.find(world.pages[name].pk)
        dates = {"go_live_at": local(world.moment), "expire_at": "", field: local(world.moment + DAY)}
        return {"seal": item.seal if item else "", **dates}

    return data


def ahead(language: str) -> Callable[[World, str], dict[str, Any]]:
    """Return the question how the home page will look after the moment."""
    return lambda world, name: {"moment": local(world.moment + HOUR), "language": language}


def take_off(world: World, name: str) -> str:
    """Return the address at which the page loses its date."""
    page = world.pages[name]
    dated = Revision.page_revisions.get(object_id=str(page.pk), approved_go_live_at__isnull=False)
    return reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, dated.pk])


def api(endpoint: str) -> Callable[[World, str], str]:
    """Return the address of a list of the admin's API."""
    return path(f"/admin/api/main/{endpoint}/")


# What stands in answers that name no page.
CAUSE = "Error: the cause of the failure"
FEED = 'name="action" value="make"'
OTHERS = 'lang="en">English</b>'
CSV = fixed(export="csv")
# The account is one that is approved, and the proposal about it somebody else's.
HIDDEN_BANK = "Banka e sulmuar"


def an_account(world: World, name: str) -> None:
    """Have an account, and a proposal about it by somebody who may propose."""
    mine = bank.account(bank=HIDDEN_BANK)
    proposer = UserFactory(email="proposer@example.org")
    proposer.groups.set(Group.objects.filter(name="Publishers"))
    mine.bank = f"{HIDDEN_BANK} 2"
    propose(proposer, "change", mine, HIDDEN_BANK)


def of_account(view: str) -> Callable[[World, str], str]:
    """Return the address of a view of the account."""
    return lambda world, name: reverse(f"bankaccount:{view}", args=[BankAccount.objects.last().pk])


def of_change(world: World, name: str) -> str:
    """Return the address at which the proposal is decided."""
    return reverse("bank_changes:change", args=[BankChange.objects.first().pk])


def on_bank(address: Callable[[World, str], str], method: str = "post", **data: Any) -> Attack:
    """Return an attack on an account or the proposal about it."""
    return Attack(address, method, fixed(**data), prepare=an_account, shows=HIDDEN_BANK)


BANK = {
    "bank-list": on_bank(at("bankaccount:index"), "get"),
    "bank-results": on_bank(at("bankaccount:index_results"), "get"),
    "bank-edit": on_bank(of_account("edit"), "get"),
    "bank-add": on_bank(at("bankaccount:add"), **bank.form()),
    "bank-change": on_bank(of_account("edit"), **bank.form(purpose="x")),
    "bank-tamper": on_bank(of_account("edit"), **bank.form(iban=bank.GERMAN, bic="COBADEFF")),
    "bank-delete": on_bank(of_account("delete"), reason="x"),
    "bank-history": on_bank(of_account("history"), "get"),
    "bank-usage": on_bank(of_account("usage"), "get"),
    "bank-bulk": on_bank(path("/admin/bulk/organisation/bankaccount/delete/?id=all")),
    "bank-translate": on_bank(path("/admin/localize/api/snippets/organisation/bankaccount/"), "get"),
    "changes": Attack(at("bank_changes:index"), "get", prepare=an_account, shows="…8906"),
    "change": on_bank(of_change, "get"),
    "change-approve": on_bank(of_change, decision="approve", password=bank.PASSWORD),
    "change-reject": on_bank(of_change, decision="reject"),
}
WRITTEN = "Mesazh i fshehtë"


def a_message(world: World, name: str) -> None:
    """Have a message of a visitor, which none of the roles may read."""
    Message.objects.create(sealed=seal({"message": WRITTEN, "way": "", "language": "sq"}))


def on_message(view: str, method: str = "post", shows: str = WRITTEN, **data: Any) -> Attack:
    """Return an attack on the message."""

    def address(world: World, name: str) -> str:
        return reverse(
            f"visitor_messages:{view}", args=[Message.objects.last().pk] if view != "index" else []
        )

    return Attack(address, method, fixed(**data), prepare=a_message, shows=shows)


MESSAGES = {
    "messages": on_message("index", "get", shows="/admin/visitor_messages/"),
    "message": on_message("message", "get"),
    "message-handle": on_message("message", state="handled"),
    "message-delete-see": on_message("delete", "get", shows="<form"),
    "message-delete": on_message("delete"),
}
ATTACKS = (
    BANK
    | MESSAGES
    | {
        "month": calendar("month"),
        "week": calendar("week"),
        "agenda": calendar("agenda"),
        "agenda-error": Attack(
            at("publishing_calendar"), "get", fixed(view="agenda"), prepare=give_up, shows=CAUSE
        ),
        "feed": feed(),
        "feed-guess": feed(guess),
        "feed-replaced": feed(replace),
        "feed-closed": feed(lambda world: CalendarAddress.objects.all().delete()),
        "feed-inactive": feed(lambda world: attacker(world).update(is_active=False)),
        "feed-left": feed(leave_groups),
        "see-feed": Attack(at("publishing_calendar_feed"), "get", shows=FEED),
        "feed-make": Attack(at("publishing_calendar_feed"), data=fixed(action="make"), shows=FEED),
        "feed-close": Attack(
            at("publishing_calendar_feed"), data=fixed(action="close"), prepare=have_feed, shows=FEED
        ),
        "feed-nothing": Attack(at("publishing_calendar_feed"), prepare=have_feed, shows=FEED),
        "see-shift": Attack(of_page("publishing_calendar_move"), "get"),
        "shift": Attack(of_page("publishing_calendar_move"), data=shift("go_live_at")),
        "shift-end": Attack(of_page("publishing_calendar_move"), data=shift("expire_at")),
        "take-off": Attack(take_off),
        "home": Attack(at("publishing_calendar_home"), "get", ahead("sq")),
        "home-en": Attack(at("publishing_calendar_home"), "get", ahead("en")),
        "see-home": Attack(at("publishing_calendar_home"), "get", shows='name="moment"'),
        "outlook": Attack(
            at("publishing_outlook"), "get", lambda world, name: {"page": world.pages[name].pk}, shows=OTHERS
        ),
        "outlook-new": Attack(at("publishing_outlook"), "get", shows=OTHERS),
        "retry": Attack(retry, prepare=give_up),
        "see-retry": Attack(retry, "get", prepare=give_up),
        "dashboard": Attack(at("wagtailadmin_home"), "get", prepare=give_up),
        "matrix": Attack(at("language_matrix"), "get", CSV),
        "matrix-results": Attack(at("language_matrix_results"), "get", CSV),
        "findings": Attack(of_page("translation_findings"), "get"),
        "report": Attack(path("/admin/localize/reports/translations/"), "get"),
        "report-results": Attack(path("/admin/localize/reports/translations/results/"), "get"),
        "page-types": Attack(path("/admin/reports/page-types-usage/"), "get", shows="news.newspage"),
        "page-types-results": Attack(
            path("/admin/reports/page-types-usage/results/"), "get", shows="news.newspage"
        ),
        "po-first": Attack(at("translation_po_first"), "get", shows="PO"),
        "po-files": Attack(of_language("translation_po"), "get", prepare=forget_a_text),
        "po-zip": Attack(of_language("translation_po_zip"), "get", prepare=forget_a_text, shows="PK"),
        "po-batch": Attack(of_language("translation_po"), data=po),
        "preview-mode": Attack(localize("preview_translation", lambda world, name: "default"), "get"),
        "api-list": Attack(api("pages"), "get", lambda world, name: {"slug": world.pages[name].slug}),
        "api-find": Attack(api("pages/find"), "get", lambda world, name: {"id": world.pages[name].pk}),
        "api-images": Attack(api("images"), "get", shows='"download_url"'),
        "api-image": Attack(
            lambda world, name: f"/admin/api/main/images/{world.image.pk}/", "get", shows='"thumbnail"'
        ),
        "api-image-find": Attack(
            api("images/find"), "get", lambda world, name: {"id": world.image.pk}, shows="{"
        ),
    }
)
