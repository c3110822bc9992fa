"""Values that are none: for search, for dates and numbers, for amounts, for the address of a way back."""

from collections.abc import Iterator

# What somebody may write into a search box.
HOSTILE = [
    '"',
    '""',
    "  ",
    '" * ^ : -',
    "\x00",
    "žrtva\x00",
    "a" * 10_000,
    "word " * 20_000,
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "*",
    "NEAR(a b)",
    "AND OR NOT",
    "(((((",
    "\\",
    "%",
    "title:x",
    "☃ 🙂",
    "\u202e\u200b",
    "é" * 500,
    "{{7*7}}",
    "a\nb\tc",
    "&|!",
    "x:*",
    "١٢٣",
    "' onmouseover='alert(1)",
    '"><img src=x onerror=alert(1)>',
    "žrtva" * 1000,
    "\ufffe\ud7ff",
    "-" * 300,
    "a* OR b*",
    "; DROP TABLE wagtailcore_page; --",
    "../../etc/passwd",
]
# What a date, a number or a choice may be instead.
BAD = [
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "999999999",
    "2147483648",
    "9223372036854775808",
    "9" * 30,
    "9" * 5000,
    "٣",
    "２０２６",
    "²",
    "x",
    "\0",
    "1\0",
    "2026-13",
    "2026-02-30",
    "２０２６-０１-０１",
    "2026-W01-1",
    "0000-01-01",
    "0000-01-01 00:00",
    "0001-01-01",
    "0001-01-01 00:00",
    "0001-01-01 00:30+01:00",
    "0001-01-01 02:00Z",
    "9999-12-31",
    "9999-12-31 23:59",
    "9999-12-31 23:59Z",
    "9999-12-31 23:59-12:00",
    "2030-01-01 10:00+99:99",
    "2030-01-01 24:00",
    "2030-01-01T10:00:60",
    "%",
    "%00",
    "'\"<>\\",
    "ë" * 300,
    "\u202e\ufffe\U0001f600",
]
# What an address may hold where a number belongs.
NUMBERS = ["0", "1", "13", "9999", "10000", "99999999", "2147483648", "9223372036854775808", "9" * 30]
NUMBERS += ["%00", "1%00", "%EF%BC%91", "%FF", "%ED%A0%80", "-1"]
# What a donor may ask for.
AMOUNTS = ["-1", "0", "1e9", "1e400", "NaN", "Infinity", "0.001", "1" * 30, "٣", "1,2,3", "25 EUR", "$5"]
AMOUNTS += ["0x10", "+5", "--1", " ", "\0", "<script>alert(1)</script>", "1\n2", "½"]
# Where somebody wants a reader to be sent to after a log-in.
AWAY = ["https://evil.example/", "//evil.example/", "///evil.example/", "/\\evil.example/"]
AWAY += ["https:evil.example", "javascript:alert(1)", "\thttps://evil.example/", "/\t/evil.example/"]
AWAY += ["https://localhost@evil.example/", "data:text/html,<script>alert(1)</script>"]


def numbered(number: str) -> Iterator[str]:
    """Yield the addresses that take a number, with something in its place."""
    yield f"/admin/publishing/calendar/move/{number}/"
    yield f"/admin/publishing/retry/{number}/"
    yield f"/admin/visitor_messages/{number}/"
    yield f"/admin/publishing/outlook/?page={number}"
    yield f"/admin/translation/send/{number}/"
    yield f"/admin/translation/findings/{number}/"
    yield f"/admin/translation/{number}/texts/"
    yield f"/admin/localize/translate/{number}/strings/{number}/edit/"
    yield f"/admin/localize/translate/{number}/overrides/{number}/edit/"
    yield f"/admin/localize/translate/{number}/preview/"
    yield f"/admin/localize/translate/{number}/pofile/download/"
    yield f"/admin/localize/submit/page/{number}/"
    yield f"/admin/localize/update/{number}/"
    yield f"/documents/{number}/x.pdf"
    yield f"/media/images/{number}.jpg"
    yield f"/sitemap-{number}.xml"
    yield f"/calendar/{number}.ics"
    for news in ("/sq/lajme/", "/en/news/"):
        yield f"{news}{number}/"
        yield f"{news}2026/{number}/"
        yield f"{news}{number}/1/"
        yield f"{news}?page={number}"
        yield f"{news}category/{number}/feed/atom/"
    yield f"/sq/search/?q={number}&page={number}"
