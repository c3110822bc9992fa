"""The account of WCAG 2.2 is complete, the statement shows the tests' result, and shapes have contrast."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from home import accessibility

ROOT = Path(__file__).resolve().parents[1]
ACCOUNT = (ROOT / "docs/accessibility.md").read_text()
A = """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2
2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2"""
AA = """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7
2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"""


def test_every_criterion_has_its_line() -> None:
    lines = re.findall(r"^\| (\d\.\d\.\d+) \| (A+) \| [^|]+ \| [^|]+ \| [^|]+ \|$", ACCOUNT, re.M)
    expected = [(number, "A") for number in A.split()] + [(number, "AA") for number in AA.split()]
    assert len(expected) == 55
    assert sorted(lines) == sorted(expected)


def test_every_test_that_is_named_exists() -> None:
    tests = "".join(path.read_text() for path in (ROOT / "tests").rglob("*.py"))
    named = set(re.findall(r"`(test_\w+)`", ACCOUNT))
    assert {name for name in named if f"def {name}(" not in tests} == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/sq/aksesueshmeria/", ["Testi i fundit (axe-core 4.12.1): 7 mars 2031", "Gabime të gjetura: 3"]),
        ("/sr-latn/pristupacnost/", ["Poslednji test (axe-core 4.12.1): 7. mart 2031.", "Nađeno grešaka: 3"]),
        ("/en/accessibility/", ["Last test (axe-core 4.12.1): 7 March 2031", "Faults found: 3"]),
    ],
)
def test_the_statement_shows_what_the_tests_wrote(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str, words: list[str]
) -> None:
    file = tmp_path / "result.json"
    monkeypatch.setattr(accessibility, "RESULT", file)
    wrote = {"date": "2031-03-07", "engine": "4.12.1", "pages": 81, "views": 486, "findings": 3}
    file.write_text(json.dumps(wrote))
    page = client.get(path).content.decode()
    assert all(word in page for word in words)
    file.write_text("{")
    assert client.get(path).status_code == 200


def test_the_result_of_the_last_full_grid_is_there() -> None:
    found = accessibility.result()
    assert found
    assert found["findings"] == 0


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_what_is_no_text_has_contrast() -> None:
    css = (ROOT / "pvpt/static/pvpt/css/site.css").read_text()
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", css, re.S)[:2]
    )
    weak = []
    for colours in (light, light | dark):
        for shape in ("field", "focus", "accent", "teal"):
            for ground in ("paper", "sand", "card"):
                pair = sorted((luminance(colours[shape]), luminance(colours[ground])), reverse=True)
                if (pair[0] + 0.05) / (pair[1] + 0.05) < 3:
                    weak.append((shape, ground))
    assert weak == []
