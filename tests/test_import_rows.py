"""What an archive may hold, what is refused with a sentence, and how bodies become blocks."""

import csv
import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation

from news.archive_import.cleaning import Figure, Heading, Rich, clean
from news.models import ImportedItem, NewsPage
from pvpt.models import CustomImage
from tests.archive import COLUMNS, in_languages, pages, picture, rows, take, write
from translation.localize.checked import faults

pytestmark = pytest.mark.django_db


def words(page: NewsPage) -> str:
    """Return the words of the body as a reader meets them."""
    return " ".join(BeautifulSoup(str(page.body), "html.parser").get_text(" ").split())


def bodies(**texts: str) -> list[dict[str, str]]:
    """Return rows with these bodies."""
    return in_languages(**{language: {"body": text} for language, text in texts.items()})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"key,language,date,title\n", "no rows"),
        ("key,language,date,title\na,sq,2016-01-01,Dit\u00eb".encode("latin-1"), "Line 2 is not UTF-8"),
        ("key,language".encode("utf-16"), "not UTF-8"),
        (
            b"key,language,date,title,colour\na,sq,2016-01-01,A,red\n",
            "Unknown columns: “colour”",
        ),
        (b"key,language,title\na,sq,A\n", "Missing columns: date"),
        (b"key,key,language,date,title\na,b,sq,2016-01-01,A\n", "twice in the header"),
        (b'key,language,date,title\na,sq,2016-01-01,"A\nb\n', "broken in the row that begins on line 2"),
        (b'[{"key": "a",\n]', "The JSON is broken on line 2"),
        (b'{"key": "a"}', "must be a list of objects"),
        (b"[1]", "must be a list of objects"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" + b"9" * 5000 + b"]", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / ("a.json" if content.startswith((b"[", b"{")) else "a.csv")
    path.write_bytes(content)
    output, code = take(path)
    assert code == 2
    assert sentence in output
    assert "\n" not in output


def test_a_missing_file(tmp_path: Path) -> None:
    assert take(tmp_path / "no.csv") == ("The file cannot be read: No such file or directory.", 2)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title": ""}, "title is missing"),
        ({"title": "x" * 256}, "at most 255"),
        ({"key": ""}, "key is missing"),
        ({"language": "de"}, "known are: sq, sr-latn, en"),
        ({"date": ""}, "date is missing"),
        ({"date": "2016-02-30"}, "is not a date"),
        ({"date": "5/6/2016"}, "is not a date"),
        ({"date": "31.02.2016"}, "is not a date"),
        ({"date": "2999-01-01"}, "in the future"),
        ({"date": "0016-01-01"}, "before 1900"),
        ({"title": "a\0b"}, "U+0000"),
        ({"body": "x" * 5_000_000}, "5,000,000 characters"),
        ({"body": "<div>" * 20_000 + "x"}, "nested too deeply"),
        ({"body": "", "summary": ""}, "Summary and body are empty"),
        ({"summary": "x" * 301}, "at most 300"),
        ({"category": "Sport"}, "known are: "),
        ({"image": "no.jpg"}, "is missing"),
        ({"image": "../secret.png"}, "outside the folder"),
        ({"image": "/etc/passwd"}, "outside the folder"),
        ({"image": "link.png"}, "outside the folder"),
        ({"image": "x" * 5000}, "is missing"),
        ({"image": "broken.png"}, "damaged"),
        ({"image": "text.png"}, "cannot be used"),
        ({"image": "huge.png"}, "more than 25 million pixels"),
        ({"image": "really.png.txt"}, "cannot be used"),
        ({"body": '<p>a</p><img src="no.jpg">'}, "is missing"),
    ],
)
def test_a_row_that_cannot_be_imported_gets_one_sentence(
    tmp_path: Path, values: dict[str, str], sentence: str, settings: object
) -> None:
    folder = tmp_path / "archive"
    picture(tmp_path / "secret.png")
    whole = picture(folder / "a.png").read_bytes()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "broken.png").write_bytes(whole[:-30])
    (folder / "text.png").write_text("text")
    (folder / "really.png.txt").write_bytes(whole)
    if values.get("image") == "huge.png":
        picture(folder / "huge.png", size=(6000, 5000))
    before = NewsPage.objects.count()
    output, code = take(write(folder, [*rows("sq", **values), *rows("sq", key="good", title="E mira")]))
    assert code == 1
    refused = next(line for line in output.splitlines() if line.startswith("refused: line 2"))
    assert sentence in refused
    assert "1 imported" in output
    assert NewsPage.objects.count() == before + 3
    assert not CustomImage.objects.filter(title__in=["secret", "broken", "huge"]).exists()


def test_csv_of_other_programs(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        '\ufeffKey;Language;Date;Title;Body\r\n\r\n1;SQ;1.5.2016.;Njëri;"A;\r\nb"\r\n2;al;2016-05-01T23:30:00Z;'
        "Tjetri;B\r\n3;sq;2016-01-01;Pak\r\n".encode()
    )
    output, code = take(path)
    assert code == 1
    assert "refused: line 6, 3 (sq): " in output
    assert "4 fields, but the header has 5" in output
    assert pages("Njëri")["sq"].date.isoformat() == "2016-05-01"
    # Half an hour before midnight in London is the next day in Prishtina.
    assert pages("Tjetri")["sq"].date.isoformat() == "2016-05-02"


def test_json(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    entries = [{**row, "key": 7, "category": None} for row in rows()] + [{"key": "8", "title": ["x"]}]
    path.write_text(json.dumps(entries))
    output, code = take(path)
    assert code == 1
    assert "3 imported" in output
    assert "entry 4, 8 (no language): " in output
    assert ImportedItem.objects.get().key == "7"


def test_the_same_key_and_language_twice(tmp_path: Path) -> None:
    output, code = take(write(tmp_path, [*rows(), *rows("en", title="Second")]))
    assert code == 1
    assert "refused: line 5, a1 (en): The same key and language stand on line 4 already." in output
    assert pages()["en"].title == "Open day"


def test_an_item_without_albanian_is_refused(tmp_path: Path) -> None:
    output, code = take(write(tmp_path, rows("sr-latn", "en")))
    assert code == 1
    assert output.count("no Albanian row") == 2
    assert not ImportedItem.objects.exists()


def test_a_language_that_is_refused_does_not_hold_the_item(tmp_path: Path) -> None:
    path = write(tmp_path, in_languages(sq={}, sr={"title": ""}, en={}))
    output, code = take(path)
    assert code == 1
    assert "refused: line 3, a1 (sr-latn): The title is missing.; the item is on the site without" in output
    assert {language: page.live for language, page in pages().items()} == {
        "sq": True,
        "sr-latn": False,
        "en": True,
    }
    output, code = take(write(tmp_path, rows()))
    assert (code, "1 imported, 2 already there" in output) == (0, True)
    assert pages()["sr-latn"].live


def test_pictures_are_stored_once_with_a_description_for_each_language(tmp_path: Path) -> None:
    picture(tmp_path / "b.png", "blue")
    (tmp_path / "same.png").write_bytes((tmp_path / "b.png").read_bytes())
    picture(tmp_path / "c.png", "green")
    before = CustomImage.objects.count()
    body = (
        '<p>Teksti</p><figure><img src="same.png" alt="Në tekst"><figcaption>Diçitura</figcaption></figure>'
    )
    english = '<p>Text</p><figure><img src="same.png" alt="In text"><figcaption>Caption</figcaption></figure>'
    found = in_languages(
        sq={"image": "b.png", "image_alt": "Një derë", "body": body},
        en={"image": "c.png", "image_alt": "A door", "body": english},
    )
    assert take(write(tmp_path, found))[1] == 0
    assert take(write(tmp_path, [row | {"key": "a2", "title": "Tjetra"} for row in found]))[1] == 0
    assert CustomImage.objects.count() == before + 2
    found_pages = pages()
    assert found_pages["en"].lead_image_alt == "A door"
    assert found_pages["en"].lead_image.file_hash != found_pages["sq"].lead_image.file_hash
    figure = found_pages["en"].body[1].value
    assert (figure["alt"], figure["caption"], figure["image"].pk) == (
        "In text",
        "Caption",
        found_pages["sq"].lead_image_id,
    )


def test_a_description_that_a_language_lacks(tmp_path: Path) -> None:
    picture(tmp_path / "b.png")
    found = in_languages(sq={"image": "b.png", "image_alt": "Një derë"}, en={})
    assert "“image_alt” is missing; the Albanian version has it." in take(write(tmp_path, found))[0]


def test_cyrillic_is_written_in_latin(tmp_path: Path) -> None:
    found = in_languages(
        sq={}, sr={"title": "Дан Љубави", "body": "<h2>Н</h2><p>Жене.</p><ul><li>а<li>б</ul>"}
    )
    assert "Cyrillic letters were written in Latin script" in take(write(tmp_path, found))[0]
    page = pages()["sr-latn"]
    assert (page.title, page.slug, words(page)) == ("Dan Ljubavi", "dan-ljubavi", "N Žene. a b")


def test_addresses(tmp_path: Path) -> None:
    titles = ["Çështja e Đakovës", "Çështja e Đakovës", "2016", "…", "Law &amp; <b>order</b>", "x " * 120]
    for number, title in enumerate(titles):
        assert take(write(tmp_path, rows("sq", key=str(number), title=title)))[1] == 0
    slugs = [item.page.slug for item in ImportedItem.objects.order_by("pk")]
    assert slugs[:5] == [
        "ceshtja-e-djakoves",
        "ceshtja-e-djakoves-1",
        "2016-2016-05-31",
        "2016-05-31",
        "law-order",
    ]
    assert len(slugs[5]) <= 120
    assert ImportedItem.objects.get(key="4").page.title == "Law & order"


@pytest.mark.parametrize(
    ("albanian", "english", "expected", "note"),
    [
        ("<p>A</p><p>B</p>", "<p>a</p><p>b</p><p>c</p>", "a b c", "3 paragraphs stand in the 2 places"),
        ("<p>A</p><p>B</p><p>C</p>", "<p>One. Two <b>x</b> y. Three!</p>", "One. Two x y. Three!", "divided"),
        ("<p>A</p>", "<p>a</p><h2>H</h2><p>b</p>", "a H b", "1 headings"),
        ("<h2>H</h2><p>A</p>", "<h3>h</h3><p>a</p>", "h a", ""),
        ("<p>Po</p><p>Po</p>", "<p>Yes</p><p>Indeed</p>", "Yes Indeed", ""),
        ("<p>A <a href='https://a.org/'>l</a></p>", "<p>a</p>", "a ( https://a.org/ )", "was added"),
        ("<p>A</p>", "<p>a <a href='https://a.org/'>l</a></p>", "a l (https://a.org/)", "became words"),
        ("<p>A <b>b</b></p>", "<p><b>all bold &amp; &lt;b&gt;</b></p>", "all bold & <b>", ""),
    ],
)
def test_no_word_is_lost_where_bodies_differ(
    tmp_path: Path, albanian: str, english: str, expected: str, note: str
) -> None:
    output, code = take(write(tmp_path, bodies(sq=albanian, en=english)))
    assert code == 0
    assert ("note: line 3" in output) == bool(note)
    assert note in output
    assert words(pages()["en"]) == expected
    # A translator can save each of them in the editor as it is.
    for text in StringTranslation.objects.filter(context__object_id=pages()["sq"].translation_key):
        for segment in StringSegment.objects.filter(string=text.translation_of, context=text.context):
            assert not faults(segment, text.data)


@pytest.mark.parametrize(
    ("albanian", "english", "sentence"),
    [
        ("<h2>H</h2><p>A</p>", "<p>a</p>", "has 1 headings, this one has 0"),
        ("<p>A</p><p>B</p>", "<p>a</p>", "too few sentences"),
        ("<h2>H</h2><p>A</p>", "<p>x</p><h2>h</h2><p>a</p>", "where the Albanian body has none"),
        ("<ul><li>Po</li><li>Po</li></ul>", "<ul><li>Yes</li><li>Indeed</li></ul>", "comes twice"),
    ],
)
def test_a_body_that_cannot_be_laid_beside_the_albanian_one_is_refused(
    tmp_path: Path, albanian: str, english: str, sentence: str
) -> None:
    output, code = take(write(tmp_path, bodies(sq=albanian, en=english)))
    assert code == 1
    assert sentence in output
    assert not pages()["en"].live


def test_links_lead_where_their_language_says(tmp_path: Path) -> None:
    found = bodies(
        sq="<p>A <a href='https://a.org/it&#39;s'>l</a></p>", en="<p>a <a href='https://a.org/en'>l</a></p>"
    )
    assert take(write(tmp_path, found)) == (
        "2 rows: 2 imported, 0 already there, 0 deleted since, 0 refused.\n",
        0,
    )
    assert 'href="https://a.org/en"' in str(pages()["en"].body)
    assert "it&#x27;s" in str(pages()["sq"].body) or "it's" in str(pages()["sq"].body)


def test_nothing_dangerous_passes() -> None:
    body = clean(
        "<p onclick='x()' style='a'>Hi<script>alert(1)</script> <a href='javascript:x'>j</a> "
        "<a href='java\tscript:x'>k</a> <a href='/old/page'>o</a> <a href='data:text/html,x'>d</a></p><iframe src='https://v.org'></iframe>"
        "<style>p{}</style><!-- c --><svg><script>1</script></svg><object data=x></object>&#8238;x&#1;"
    )
    html = " ".join(part.html for part in body.parts if isinstance(part, Rich))
    assert BeautifulSoup(html, "html.parser").get_text(" ").split() == ["Hi", "j", "k", "o", "d", "x"]
    for forbidden in ("onclick", "style", "script", "iframe", "href", "svg", "\u202e", "\x01"):
        assert forbidden not in html
    assert any("iframe" in note for note in body.notes)
    assert any("/old/page" in note for note in body.notes)


def test_blocks_of_a_body() -> None:
    body = clean(
        "<h1>T</h1>x<br><br>y<h4>s</h4><ol><li>1<li>2</ol><table><tr><td>a<td>b</table>"
        "<div><b><p>c</p></b><img src=i.jpg alt='D'></div>"
    )
    kinds = [type(part) for part in body.parts]
    assert kinds == [Heading, Rich, Rich, Rich, Rich, Rich, Rich, Figure]
    html = "".join(part.html for part in body.parts if isinstance(part, Rich))
    names = [element.name for element in BeautifulSoup(html, "html.parser").find_all()]
    assert names == ["p", "p", "h3", "ol", "li", "li", "p", "p"]
    plain = clean("First\nline\n\nSecond & <third\n")
    assert [
        BeautifulSoup(part.html, "html.parser").get_text("|")
        for part in plain.parts
        if isinstance(part, Rich)
    ] == [
        "First|line",
        "Second & <third",
    ]


def test_the_summary_is_the_beginning_of_the_body(tmp_path: Path) -> None:
    body = "<p>E para. " + "Fjali e gjatë " * 30 + ".</p>"
    take(write(tmp_path, rows("sq", body=body)))
    assert pages()["sq"].summary == "E para."


def test_today_is_not_the_future(tmp_path: Path) -> None:
    assert take(write(tmp_path, rows("sq", date=timezone.localdate().isoformat())))[1] == 0
    assert pages()["sq"].first_published_at <= timezone.now()


def test_the_report_as_a_table(tmp_path: Path) -> None:
    found = [*rows("sq"), *rows("sq", key="=1+1", title="")]
    take(write(tmp_path, found), "--report", tmp_path / "report.csv")
    lines = list(csv.reader((tmp_path / "report.csv").read_text("utf-8-sig").splitlines()))
    assert lines[0] == ["row", "key", "language", "outcome", "message"]
    assert lines[1] == ["line 2", "a1", "sq", "imported", ""]
    assert lines[2][:4] == ["line 3", "'=1+1", "sq", "refused"]
    output, code = take(tmp_path / "archive.csv", "--report", tmp_path / "no" / "report.csv")
    assert code == 2
    assert "The report could not be written" in output


def test_the_example_can_be_imported() -> None:
    example = Path(__file__).resolve().parents[1] / "docs" / "examples" / "news.csv"
    assert set(example.read_text().splitlines()[0].split(",")) == set(COLUMNS)
    assert take(example)[1] == 0
