"""Takes the pictures of README and guides from a running, freshly filled site (`make screenshots`)."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000").rstrip("/")
LOGINS = Path(os.environ.get("PVPT_VAR", ROOT / "var")) / "logins.txt"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
LANGUAGES = ["sq", "sr-latn", "en"]
# Who translates in the pictures of each guide, and the language of the tree.
TRANSLATORS = {
    "sq": ("publisher", "sr-latn"),
    "sr-latn": ("translator-sr", "sr-latn"),
    "en": ("translator-en", "en"),
}
LARGEST = 250_000
# A change of the newest news item, so that the pictures show open texts; it is taken back at the end.
SENTENCE = " Do të shkruajmë edhe për trafikimin me qenie njerëzore."
HEADING = "Këshilla të reja"
CHANGE = f"item.summary += {SENTENCE!r}; item.body.append(('heading', {HEADING!r}))"
UNDO = f"item.summary = item.summary.removesuffix({SENTENCE!r}); item.body.pop()"


def main() -> None:
    """Take every picture; end with one sentence when site or logins are missing."""
    logins = read_logins()
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for language in LANGUAGES:
            with window(browser, height=800) as page:
                visit(page, f"/{language}/")
                take(page, f"home-{language}")
        publish_item(CHANGE)
        try:
            admin(browser, logins)
        finally:
            publish_item(UNDO)
            for name in ("editor", "publisher"):
                speak(logins[name][0], "sq")
        browser.close()
    total = sum(path.stat().st_size for path in IMAGES.glob("*.png"))
    print(f"All pictures together: {total // 1024} KB")


def admin(browser: Browser, logins: dict[str, tuple[str, str]]) -> None:
    """Take the pictures of the admin in every language."""
    for language in LANGUAGES:
        speak(logins["editor"][0], language)
        with window(browser) as page:
            log_in(page, *logins["editor"])
            editor(page, language)
        speak(logins["publisher"][0], language)
        with window(browser) as page:
            log_in(page, *logins["publisher"])
            matrix(page, language)
    speak(logins["publisher"][0], "sq")
    for language, (name, tree) in TRANSLATORS.items():
        with window(browser) as page:
            log_in(page, *logins[name])
            translator(page, language, tree)


def read_logins() -> dict[str, tuple[str, str]]:
    """Return address and password by the part of the address before the @."""
    try:
        with urlopen(BASE_URL + "/robots.txt", timeout=10):  # noqa: S310  the address is the operator's
            lines = LOGINS.read_text().splitlines()
    except URLError as error:
        sys.exit(f"No site answers at {BASE_URL} ({error.reason}): start it with `make run`.")
    except FileNotFoundError:
        sys.exit(f"The demo logins are not in {LOGINS}: the site must have been filled on this machine.")
    return {
        line.split("@")[0]: (line.split()[0], line.split()[1]) for line in lines if "@" in line.split()[0]
    }


@contextmanager
def window(browser: Browser, height: int = 960) -> Iterator[Page]:
    """Open a window that shares nothing with the others."""
    context = browser.new_context(
        viewport={"width": 1280, "height": height},
        device_scale_factor=1,
        color_scheme="light",
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/Belgrade",
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(page: Page, path: str) -> None:
    """Open an address of the site and wait until it is drawn."""
    page.goto(BASE_URL + path, wait_until="networkidle")


def log_in(page: Page, email: str, password: str) -> None:
    """Log in to the admin."""
    visit(page, "/admin/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/account/code/")
    page.fill("input[name=code]", recovery_code(email))
    page.press("input[name=code]", "Enter")
    page.wait_for_url("**/admin/")


def recovery_code(email: str) -> str:
    """Return a new code of the account, because one of an app could not be used twice in half a minute."""
    code = (
        "from allauth.mfa.models import Authenticator; "
        "from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes; "
        f"found = Authenticator.objects.filter(user__email={email!r}); "
        "user = found.first().user; found.filter(type='recovery_codes').delete(); "
        "print(RecoveryCodes.activate(user).get_unused_codes()[0])"
    )
    return shell(code).strip()


def speak(email: str, language: str) -> None:
    """Switch the account's admin to the language."""
    code = (
        "from wagtail.users.models import UserProfile; "
        f"UserProfile.objects.filter(user__email={email!r}).update(preferred_language={language!r})"
    )
    shell(code)


def publish_item(change: str) -> None:
    """Change the newest news item as the code says, and publish it."""
    shell(
        "from news.models import NewsPage; "
        "item = NewsPage.objects.filter(locale__language_code='sq').latest('date'); "
        f"{change}; item.save_revision().publish()"
    )


def shell(code: str) -> str:
    """Run the code with the settings of the site; return what it prints."""
    command = [sys.executable, "manage.py", "shell", "-v", "0", "-c", code]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def editor(page: Page, language: str) -> None:
    """Take the pictures of the editors' guide."""
    visit(page, "/admin/pages/")
    take(page, f"editor-tree-{language}")
    news = str(page.get_by_role("link", name="Lajme", exact=True).first.get_attribute("href"))
    visit(page, news.removesuffix("edit/"))
    item = str(page.locator('tbody a[href$="/edit/"]').first.get_attribute("href"))
    page.locator("tbody button").first.click()
    link = page.locator('a[href*="/translation/send/"]:visible').first
    send = str(link.get_attribute("href"))

    visit(page, item)
    take(page, f"editor-page-{language}")
    add = page.locator(".c-sf-add-button").nth(1)
    add.evaluate("button => button.scrollIntoView({block: 'start'})")
    page.mouse.wheel(0, -200)
    add.click()
    page.locator("[role=option]").first.wait_for()
    take(page, f"editor-blocks-{language}")

    visit(page, item)
    page.locator('[data-side-panel-toggle="status"]').click()
    page.wait_for_timeout(500)
    page.locator('[data-a11y-dialog-show="schedule-publishing-dialog"]').first.click()
    take(page, f"editor-schedule-{language}")

    visit(page, "/admin/snippets/organisation/hotline/")
    take(page, f"editor-records-{language}")
    visit(page, send)
    take(page, f"editor-send-{language}", height=460)


def matrix(page: Page, language: str) -> None:
    """Take the picture of the language matrix."""
    # High enough for the news item that has changed.
    page.set_viewport_size({"width": 1280, "height": 1130})
    visit(page, "/admin/translation/matrix/")
    take(page, f"matrix-{language}")


def translator(page: Page, language: str, tree: str) -> None:
    """Take the pictures of the translators' guide, in the tree of a language."""
    visit(page, f"/admin/translation/matrix/?language={tree}&stage=behind")
    page.locator(".matrix__state--behind a").first.click()
    page.locator("#texts").wait_for()
    page.set_viewport_size({"width": 1280, "height": 1500})
    take(page, f"translator-editor-{language}", height=1290)
    page.set_viewport_size({"width": 1280, "height": 960})
    picture = page.locator('.js-translation-editor img[src*="/media/"]').first
    picture.evaluate("image => image.scrollIntoView({block: 'center'})")
    take(page, f"translator-picture-{language}")
    visit(page, f"/admin/translation/po/{tree}/")
    take(page, f"translator-po-{language}", height=540)


def take(page: Page, name: str, height: int | None = None) -> None:
    """Save a picture of the window, or of its upper part, with as few colours as keep it small."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(700)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture = picture.crop((0, 0, picture.width, height or picture.height))
    for colours in (256, 128, 64, 32):
        data = io.BytesIO()
        picture.quantize(colours, method=Image.Quantize.MEDIANCUT, kmeans=2).save(data, "PNG", optimize=True)
        if data.tell() < LARGEST:
            break
    (IMAGES / f"{name}.png").write_bytes(data.getvalue())
    print(f"{name}.png: {data.tell() // 1024} KB, {colours} colours")


if __name__ == "__main__":
    main()
