"""Lighthouse's scores of the pages that matter, in each language, as a phone and as a computer sees them.

    python -m bench.lighthouse [--languages sq sr-latn en] [--url http://localhost:8000]

Needs node, npm and Chromium; installs Lighthouse, whose version is the newest for Node 20, into a temporary
folder. Starts a filled site of its own unless it is given an address. Ends with 1 when a page has less than
100 in anything; a search page must fail "is-crawlable", and nothing else.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import nullcontext
from typing import Any

from tqdm import tqdm

from bench.running import running_site

VERSION = "12.8.2"
CHROMIUM = "/usr/bin/chromium"
FORMS: dict[str, list[str]] = {"mobile": [], "desktop": ["--preset=desktop"]}
# The pages of the menu that are measured, by their place there: mission, board, cooperation, news, donate.
MENU = {1: "board", 3: "news list", 4: "donate"}
LARGEST_PAINT = 1500


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--languages", nargs="+", default=["sq", "sr-latn", "en"])
    parser.add_argument("--url", help="a site that runs already")
    return parser.parse_args()


def pages(site: str, language: str) -> dict[str, str]:
    """Return the addresses to measure by their names, as the home page links to them."""
    home = f"{site}/{language}/"
    with urllib.request.urlopen(home) as answer:  # noqa: S310  the operator's own address
        html = answer.read().decode()
    menu = re.findall(r'href="([^"]+)"', html.split('class="main-menu"')[1].split("</nav>")[0])
    item = re.findall(r'card-title"><a href="([^"]+)"', html)[0]
    found = {"home": home, "news item": site + item}
    found |= {name: site + menu[place + 1] for place, name in MENU.items()}
    return found | {"search": f"{home}search/?q=pvpt"}


def run(folder: str, address: str, form: str) -> dict[str, Any]:
    """Return Lighthouse's report on the page."""
    command = ["node", f"{folder}/node_modules/lighthouse/cli/index.js", address, "--quiet", "--output=json"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu", *FORMS[form]]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    # A browser that is slow to start makes it give up at once; what is measured is not tried again.
    for _attempt in range(3):
        result = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if result.returncode == 0 and "runtimeError" not in (report := json.loads(result.stdout)):
            return dict(report)
    sys.exit(f"Lighthouse could not open {address}: {result.stderr[-500:]}")


def failed(report: dict[str, Any]) -> list[str]:
    """Return the audits that cost the page a point."""
    audits = report["audits"]
    return sorted(
        {
            ref["id"]
            for category in report["categories"].values()
            for ref in category["auditRefs"]
            if ref["weight"] and audits[ref["id"]]["score"] not in (None, 1) and category["score"] < 1
        }
    )


def main() -> int:
    """Measure, print a line for each page, and return the exit status."""
    wanted = arguments()
    if missing := [name for name in ("node", "npm", CHROMIUM) if not shutil.which(name)]:
        sys.exit(f"Nothing was measured: {', '.join(missing)} is not installed.")
    low = 0
    with (
        tempfile.TemporaryDirectory(prefix="pvpt-lighthouse-") as folder,
        nullcontext(wanted.url.rstrip("/")) if wanted.url else running_site() as site,
    ):
        install = ["npm", "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*install, f"lighthouse@{VERSION}"], check=True, stdout=subprocess.DEVNULL)
        found = [
            (f"{language} {name}", address, form)
            for language in wanted.languages
            for name, address in pages(site, language).items()
            for form in FORMS
        ]
        for name, address, form in tqdm(found, desc="pages", leave=False, disable=None):
            report = run(folder, address, form)
            scores = {key: round(value["score"] * 100) for key, value in report["categories"].items()}
            paint = report["audits"]["largest-contentful-paint"]["numericValue"]
            shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
            weight = report["audits"]["total-byte-weight"]["numericValue"] / 1024
            faults = failed(report)
            excused = name.endswith("search") and faults == ["is-crawlable"]
            is_low = (min(scores.values()) < 100 and not excused) or shift > 0
            is_low |= form == "mobile" and paint > LARGEST_PAINT
            low += is_low
            print(
                f"{name:18} {form:8} {'/'.join(map(str, scores.values())):16} "
                f"paint {paint:5.0f} ms  shift {shift:.3f}  {weight:4.0f} KiB  {' '.join(faults)}"
                f"{'  LOW' if is_low else ''}",
                flush=True,
            )
    print(f"{len(found)} measured, {low} below the goal")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
