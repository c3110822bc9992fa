"""The style page looks as its reference pictures show it: blocks and components, light and dark.

After a change that is wanted, write the references anew, look at them, and commit them with it:

    PVPT_WRITE_PICTURES=1 .venv/bin/pytest -m verify tests/browser/test_pictures.py

A picture that differs is kept, with one that shows where, in the folder that the message names.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.conftest import RunningSite, Watched
from tests.browser.pictures import FEW, difference, save, steady, still, take

# Another version of the browser may draw otherwise, so `make verify` compares.
pytestmark = [pytest.mark.browser, pytest.mark.verify]
FOLDER = Path(__file__).with_name("pictures")
# Each language light and dark, each scheme at both widths.
SHOWN = [
    ("sq", "light", 360),
    ("sq", "dark", 1280),
    ("sr-latn", "dark", 360),
    ("sr-latn", "light", 1280),
    ("en", "dark", 360),
    ("en", "light", 1280),
]


@pytest.fixture(scope="module")
def own_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that draws text alike on every machine."""
    started = steady(browser)
    yield started
    started.close()


@pytest.fixture
def editor(own_browser: Browser, site: RunningSite, log_in: Callable[[str], Watched]) -> Iterator[Page]:
    """A page in that browser, logged in."""
    state = log_in("editor").page.context.storage_state()
    # The content policy allows no fonts, not even ours.
    context = own_browser.new_context(
        base_url=site.url, bypass_csp=True, reduced_motion="reduce", storage_state=state
    )
    # The picture of a whole page takes long on a busy machine.
    context.set_default_timeout(120_000)
    yield context.new_page()
    context.close()


def open_style_page(page: Page, language: str, scheme: str, width: int) -> None:
    """Show the style page in a language, a scheme of colours and a width."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    still(page, f"/{language}/style/")


def test_the_style_page_looks_as_it_did(editor: Page, tmp_path: Path) -> None:
    changed = []
    for language, scheme, width in SHOWN:
        open_style_page(editor, language, scheme, width)
        actual = take(editor)
        reference = FOLDER / f"{language}-{scheme}-{width}.webp"
        if os.environ.get("PVPT_WRITE_PICTURES"):
            save(actual, reference)
        cells, where = difference(Image.open(reference).convert("RGB"), actual)
        if cells > FEW:
            save(actual, tmp_path / reference.name)
            save(where, tmp_path / f"{reference.stem}-difference.webp")
            changed.append(f"{reference.name}: {cells} cells")
    assert changed == [], f"pictures and differences are in {tmp_path}; references in {FOLDER}"


def test_a_small_change_is_seen(editor: Page) -> None:
    """A colour, a distance and a line, each changed by little."""
    open_style_page(editor, "sq", "light", 360)
    before = take(editor)
    unseen = []
    for rule in (
        ":root { --accent: #b8562f; }",
        ".button { padding-block: 0.8rem; }",
        ".accordion details { border: 0; }",
    ):
        style = editor.add_style_tag(content=rule)
        if difference(before, take(editor))[0] <= FEW:
            unseen.append(rule)
        style.evaluate("element => element.remove()")
    assert unseen == []
    assert difference(before, take(editor))[0] == 0
