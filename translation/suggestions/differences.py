"""How alike two texts are, and where they differ."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

# A tag, a word or a sign, each with the space behind it.
TOKEN = re.compile(r"(?:<[^<>]*>|&#?\w+;|\w+|[^\w\s])\s*|\s+")


def tokens(text: str) -> list[str]:
    """Return the tags, words and signs of the text; together they are the text."""
    return TOKEN.findall(text)


def matcher(old: list[str], new: list[str]) -> SequenceMatcher:
    """Return the comparison of two lists of tokens, whatever space stands between them."""
    return SequenceMatcher(None, [token.strip() for token in old], [token.strip() for token in new])


def similarity(old: str, new: str) -> float:
    """Return how much of the two texts is the same, from 0 to 1, by letters of words that both have."""
    if old == new:
        return 1.0
    before, after = tokens(old), tokens(new)
    same = sum(
        len(token.strip())
        for block in matcher(before, after).get_matching_blocks()
        for token in before[block.a : block.a + block.size]
    )
    total = sum(len(token.strip()) for token in (*before, *after))
    return 2 * same / total if total else 1.0


def marked(old: str, new: str) -> tuple[SafeString, SafeString]:
    """Return the two texts as HTML: what only the old one has in <del>, what only the new one has in <ins>.

    Tags of the texts are shown as they are written, as the translation editor does.
    """
    before, after = tokens(old), tokens(new)
    shown: tuple[list[SafeString], list[SafeString]] = ([], [])
    for kind, a, b, c, d in matcher(before, after).get_opcodes():
        removed, added = "".join(before[a:b]), "".join(after[c:d])
        if kind == "equal":
            shown[0].append(format_html("{}", removed))
            shown[1].append(format_html("{}", added))
            continue
        if removed:
            shown[0].append(mark("del", gettext("removed:"), removed))
        if added:
            shown[1].append(mark("ins", gettext("added:"), added))
    left, right = (format_html_join("", "{}", ((part,) for part in parts)) for parts in shown)
    return left, right


def mark(tag: str, spoken: str, text: str) -> SafeString:
    """Return the text in the tag, with a word for those who hear it; spaces at its end stay outside."""
    body = text.rstrip()
    template = '<{}><span class="w-sr-only">{} </span>{}</{}>{}'
    return format_html(template, tag, spoken, body, tag, text[len(body) :])
