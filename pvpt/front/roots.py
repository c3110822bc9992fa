"""The language table of `/` in the words of nginx: `manage.py front_languages` prints languages.conf."""

from pvpt import languages
from pvpt.models import SiteSettings

# What a header may be for nginx to weigh it; every other one it leaves to the site.
TAG = r"(?:[a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)"
WEIGHT = r"(?:\s*;\s*q=(?:1(?:\.0{0,3})?|0(?:\.[0-9]?)?))?"
FORM = rf"{TAG}{WEIGHT}(?:\s*,\s*{TAG}{WEIGHT})*"
LONGEST = 200
# The weights from the highest on, as they may be written.
WEIGHTS = [r"(?:\s*;\s*q=1(?:\.0{0,3})?)?"]
WEIGHTS += [rf"\s*;\s*q=0\.{tenth}" for tenth in range(9, 0, -1)]
WEIGHTS += [r"\s*;\s*q=0(?:\.0?)?"]
# Where nobody of ours is named.
DEFAULT = "en"


def prefixes() -> dict[str, str]:
    """Return the content language by the first part of a tag, for every tag that we take."""
    found = {code: languages.negotiate(code) for code in sorted(languages.SERBIAN)}
    return found | {"sq": languages.negotiate("sq"), "en": languages.negotiate("en")}


def configuration() -> str:
    """Return the file: `$pvpt_root`, where `/` leads, and `$pvpt_exit`, where the exit leads by itself."""
    ours = prefixes()
    named = "|".join(sorted(ours, key=len, reverse=True))
    lines = [
        "# Made by `manage.py front_languages` from pvpt/languages.py: do not edit.",
        "# Headers that are weighed here; of every other one the site is asked.",
        "map $http_accept_language $pvpt_weighed {",
        "    default app;",
        '    "" "";',
        f'    "~*^(?=.{{1,{LONGEST}}}$){FORM}$" $http_accept_language;',
        "}",
        "# The first of our languages with the highest weight.",
        "map $pvpt_weighed $pvpt_first {",
        f"    default {DEFAULT};",
        "    app app;",
    ]
    for weight in WEIGHTS:
        wanted = rf"(?:^|,)\s*(?<pvpt_tag>{named})(?:-[a-z0-9]{{1,8}})*{weight}\s*(?:,|$)"
        lines.append(f'    "~*{wanted}" $pvpt_tag;')
    lines += ["}", "map $pvpt_first $pvpt_root {", "    default app;"]
    lines += [f"    {tag} /{language}/;" for tag, language in ours.items()]
    lines += ["}", "# Of a server with TLS.", "map $scheme $pvpt_hsts {", '    default "";']
    lines += ['    https "max-age=63072000; includeSubDomains; preload";', "}"]
    lines += ["# Where the site cannot say where its exit leads.", "map $http_referer $pvpt_exit_by_root {"]
    lines += ["    default $pvpt_root;"]
    lines += [rf'    "~^[a-z]+://[^/]+(?<pvpt_left>/{code}/)" $pvpt_left;' for code in languages.NAMES]
    lines += ["}", "map $pvpt_exit_by_root $pvpt_exit {"]
    exits = SiteSettings()
    lines += [f"    default {exits.exit_address(DEFAULT)};"]
    lines += [f"    /{code}/ {exits.exit_address(code)};" for code in languages.NAMES]
    return "\n".join([*lines, "}", ""])
