"""“Open now” is told by the browser alone, by the clock of Prishtina, wherever the browser stands."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import RunningSite, Watched

pytestmark = pytest.mark.browser
SET = """
from organisation.models import Hotline
for line in Hotline.objects.filter(number__startswith="0800"):
    line.answers, line.monday, line.sunday = {values}
    line.save()
"""


@pytest.fixture
def weekly(site: RunningSite) -> Iterator[None]:
    """Let a hotline answer on Monday morning and in the night of Sunday."""
    site.shell(SET.format(values=("weekly", "08:00-12:00", "22:00-02:00")))
    yield
    site.shell(SET.format(values=("unknown", "", "")))


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        # Prishtina is two hours ahead of UTC in summer, one in winter.
        ("2027-07-05T06:00:00Z", "Open now"),
        ("2027-07-05T05:59:00Z", "Closed now, opens at 08:00"),
        ("2027-01-04T06:59:00Z", "Closed now, opens at 08:00"),
        ("2027-01-04T07:00:00Z", "Open now"),
        ("2027-07-04T23:30:00Z", "Open now"),
        ("2027-07-05T10:00:00Z", "Closed now, opens on Sunday at 22:00"),
    ],
)
def test_open_now(new_page: Callable[..., Watched], weekly: None, moment: str, told: str) -> None:
    watched = new_page(timezone_id="America/New_York")
    watched.page.clock.set_fixed_time(moment)
    watched.page.goto("/en/")
    place = watched.page.locator("#help [data-hours]")
    assert place.inner_text() == told
    assert watched.faults == []
