"""RTF without its information about authors."""

import re

from pvpt.uploads.refusals import active, damaged, disguised

# Groups that name people, programs or folders.
NAMING = re.compile(
    rb"\{\s*(\\\*\s*)?\\(info|revtbl|userprops|template|generator|atnid|atnauthor|xmlnstbl)\b"
)
RUNNING = re.compile(rb"\\(object|objdata|objemb|objocx|objautlink)\b")
# A brace that counts, a character written with a backslash, or data whose length is given.
TOKEN = re.compile(rb"\\bin(\d{1,9}) ?|\\.|[{}]", re.DOTALL)


def clean(content: bytes, ending: str) -> bytes:
    """Return the text without those groups; raises RefusedError."""
    if not content.startswith(b"{\\rtf"):
        raise disguised(ending)
    if RUNNING.search(content):
        raise active()
    # What follows the document belongs to nothing.
    content = content[: end_of_group(content, 0)]
    kept, place = [], 0
    for found in NAMING.finditer(content):
        if found.start() >= place:
            kept.append(content[place : found.start()])
            place = end_of_group(content, found.start())
    return b"".join(kept) + content[place:]


def end_of_group(content: bytes, start: int) -> int:
    """Return where the group ends that begins there; raises RefusedError if it does not end."""
    depth, place = 0, start
    while found := TOKEN.search(content, place):
        place = found.end() + int(found[1] or 0)
        depth += {b"{": 1, b"}": -1}.get(found[0], 0)
        if depth == 0:
            return place
    raise damaged()
