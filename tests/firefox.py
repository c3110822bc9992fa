"""Run by hand: leaving the site in Firefox. `.venv/bin/python -m tests.firefox FOLDER`

FOLDER is where `npm install --ignore-scripts puppeteer-core@24` was run, outside this repository. Needs Node
and Debian's firefox-esr. Chromium decides in `make test`; this shows that Firefox does the same.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browser.conftest import running
from tests.browser.neutral import neutral_site
from tests.front.server import ROOT, free_port

EXITS = ("exit_sq", "exit_sr_latn", "exit_en")


def main(folder: str) -> int:
    """Start the site, drive Firefox through it, and return the exit status."""
    missing = [name for name in ("node", "firefox-esr") if not shutil.which(name)]
    if not (Path(folder) / "node_modules/puppeteer-core").is_dir():
        missing.append(f"puppeteer-core in {folder}")
    if missing:
        print(f"NOT CHECKED in Firefox: {', '.join(missing)} is missing.")
        return 1
    with (
        tempfile.TemporaryDirectory() as var,
        neutral_site() as other,
        running(Path(var), free_port()) as site,
    ):
        addresses = {name: f"{other.url}/{name}" for name in EXITS}
        site.shell(f"from pvpt.models import SiteSettings; SiteSettings.objects.update(**{addresses})")
        script = ROOT / "tests/browser/firefox.mjs"
        firefox = os.path.realpath(str(shutil.which("firefox-esr")))
        arguments = ["node", str(script), str(Path(folder).resolve()), firefox, site.url, other.url]
        return subprocess.run(arguments, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "."))
