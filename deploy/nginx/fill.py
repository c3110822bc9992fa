"""Fill in the templates of this folder: python3 deploy/nginx/fill.py FOLDER NAME=VALUE …

Writes each `*.template` without that ending into FOLDER, which /etc/nginx/sites-enabled then names:

    include FOLDER/site.conf;

A value that is not given comes from the environment. Needs nothing but Python. site.conf.template says
what each variable is.
"""

import os
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VARIABLE = re.compile(r"\$\{(PVPT_[A-Z_]+)\}")
# Nothing that could end a directive, or open a block.
SAFE = re.compile(r"[\w./:\[\]-]+")


def fill(folder: Path, values: dict[str, str]) -> list[Path]:
    """Write the configuration with these values; return its files. Raises ValueError with one sentence."""
    values = {"PVPT_NGINX": str(folder), **values}
    texts = {path: path.read_text() for path in sorted(HERE.glob("*.template"))}
    for name in sorted({name for text in texts.values() for name in VARIABLE.findall(text)}):
        if not values.get(name):
            raise ValueError(f"{name} is not set.")
        if not SAFE.fullmatch(values[name]):
            raise ValueError(f"{name} is {values[name]!r}, which cannot stand in a configuration of nginx.")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for path, text in texts.items():
        target = folder / path.name.removesuffix(".template")
        target.write_text(VARIABLE.sub(lambda found: values[found[1]], text))
        written.append(target)
    return written


def main(folder: str, *pairs: str) -> int:
    """Fill in and say where; return the exit status."""
    given = dict(pair.partition("=")[::2] for pair in pairs)
    try:
        fill(Path(folder).resolve(), {**os.environ, **given})
    except (ValueError, OSError) as error:
        sys.stderr.write(f"The configuration of nginx was not written: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
