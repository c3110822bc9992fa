"""Writing to the office with and without scripts: what is wrong gets the focus, and nothing stays behind."""

from collections.abc import Callable

import pytest

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser
TEXT = "Dua të flas me dikë."
SEND = ".contact-form button"


def names(reader: Watched) -> list[str]:
    """Return the names of the cookies, without the port that stands in them."""
    return [str(cookie["name"]).partition("-")[0] for cookie in reader.page.context.cookies()]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_message_is_sent_and_leaves_nothing_in_the_browser(
    new_page: Callable[..., Watched], site: RunningSite, scripts: bool
) -> None:
    reader = new_page(java_script_enabled=scripts)
    page = reader.page
    page.goto("/sq/")
    assert names(reader) == []
    page.click("#help a[href$='/formulari/']")
    page.fill("#id_way", TEXT)
    page.click(SEND)
    # What is wrong is said at the top and has the focus; what was typed is still there.
    assert page.evaluate("document.activeElement.id") == "problem"
    assert page.input_value("#id_way") == TEXT
    page.click("#problem a")
    assert page.evaluate("document.activeElement.id") == "id_message"
    page.goto("/sq/formulari/")
    page.fill("#id_message", TEXT)
    page.fill("#id_way", TEXT)
    page.click(SEND)
    page.wait_for_url("**/formulari/thanks/**")
    assert names(reader) == []
    page.go_back()
    page.wait_for_url("**/formulari/")
    assert page.input_value("#id_message") == page.input_value("#id_way") == ""
    kept = "from organisation.models import Message; print(Message.objects.all().delete()[0])"
    assert site.shell(kept) == "1"
