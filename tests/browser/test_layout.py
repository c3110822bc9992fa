"""Nothing is lost when a reader enlarges, spaces out or recolours the text: on every template."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ARGUMENTS, RunningSite, Watched
from tests.browser.templates import LANGUAGES, Template

pytestmark = pytest.mark.browser

Templates = dict[str, list[Template]]
LOST = Path(__file__).with_name("lost.js").read_text()
# The values of WCAG 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
ADOPT = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
MOVING = """() => Array.from(document.querySelectorAll("*")).filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || style.scrollBehavior !== "auto"
    || style.transitionDuration.split(", ").some((time) => time !== "0s");
}).map((element) => element.outerHTML)"""
# In forced colours only borders and underlines show what is a field, a button or the current page.
SHAPELESS = """() => Array.from(document.querySelectorAll("button, input, .button, nav a[aria-current]"))
  .filter((element) => element.checkVisibility() && !["hidden", "checkbox"].includes(element.type))
  .filter((element) => {
    const style = getComputedStyle(element);
    return style.borderTopStyle === "none" && !style.textDecorationLine.includes("underline");
  }).map((element) => element.outerHTML)"""


def lost(page: Page, template: Template, where: str) -> list[str]:
    """Return what a reader of the page misses."""
    return [f"{template.name} ({where}) {found}" for found in page.evaluate(LOST)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_at_any_width_or_with_wide_spacing(
    new_page: Callable[..., Watched],
    as_member: Callable[[Page], None],
    templates: Templates,
    language: str,
) -> None:
    """320 px are what is left of 1280 at 400 %."""
    page = new_page(reduced_motion="reduce").page
    as_member(page)
    faults = []
    for template in templates[language]:
        template.open(page)
        for width in (1920, 1280, 768, 320):
            page.set_viewport_size({"width": width, "height": 800})
            faults += lost(page, template, f"{language}, {width} px")
        page.evaluate(ADOPT, SPACING)
        faults += lost(page, template, f"{language}, spaced")
        faults += page.evaluate(MOVING)
    assert faults == []


def test_what_is_lost_is_found(new_page: Callable[..., Watched]) -> None:
    page = new_page(viewport={"width": 320, "height": 800}).page
    page.goto("/en/")
    page.evaluate(ADOPT, "h1 { white-space: nowrap; } .intro { block-size: 1em; overflow: hidden; }")
    found = " ".join(page.evaluate(LOST))
    assert "beyond the screen: Protection" in found
    assert "cut off: PVPT supports" in found


def test_forced_colours_leave_every_shape(
    new_page: Callable[..., Watched], as_member: Callable[[Page], None], templates: Templates
) -> None:
    """One language is enough here: colours do not know words."""
    page = new_page(viewport={"width": 1280, "height": 800}, forced_colors="active").page
    as_member(page)
    faults = []
    for template in templates["sr-latn"]:
        template.open(page)
        faults += [f"{template.name}: {found}" for found in page.evaluate(SHAPELESS)]
    assert faults == []


@pytest.mark.verify
def test_text_of_twice_the_size_fits(
    browser: Any, site: RunningSite, as_member: Callable[[Page], None], templates: Templates
) -> None:
    """Text alone is enlarged, as the settings of the browser do."""
    large = browser.browser_type.launch(
        executable_path="/usr/bin/chromium", args=[*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    )
    try:
        page = large.new_context(base_url=site.url, viewport={"width": 1280, "height": 800}).new_page()
        as_member(page)
        faults = []
        for language in LANGUAGES:
            for template in templates[language]:
                template.open(page)
                assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
                faults += lost(page, template, language)
    finally:
        large.close()
    assert faults == []
