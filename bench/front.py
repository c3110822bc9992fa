"""How fast pages come from nginx in front: python -m bench.front (needs nginx and wrk).

Starts the filled site behind nginx as deploy/ configures it, warms it, and measures in turn, three rounds of
three seconds, with one and with sixteen connections and `Accept-Encoding: gzip`:

- the home page as it is kept, compressed;
- the same bytes as a precompressed file that nginx sends (gzip_static), bare;
- the file once more with the headers and the log of a page;
- the same after the application was killed.

Then an editor publishes an item of news once a second: how long until the item, the list and the home page
show it, and what readers notice.

Prints medians and ratios. PVPT_TEST_SITE names the folder of a filled site to copy instead of filling one.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.front.server import ROOT, free_port
from tests.front.standing import Standing

SECONDS, ROUNDS = 3, 3
PAGE = "/en/"
# A server of nothing but the file, in the same process.
STATIC = """
    log_format same escape=json '{{"time":"$time_iso8601","path":"$uri","status":$status}}';
    server {{
        listen 127.0.0.1:{port};
        access_log off;
        sendfile on;
        tcp_nopush on;
        location / {{ root {folder}; gzip_static on; types {{ text/html html; }} }}
    }}
    server {{
        listen 127.0.0.1:{second};
        access_log {folder}/access.log same buffer=32k flush=5s;
        location / {{
            root {folder};
            gzip_static on;
            types {{ text/html html; }}
            add_header Content-Security-Policy "{policy}";
            add_header Permissions-Policy "{policy}";
        }}
    }}
"""
POLICY = "form-action 'self'; connect-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; " * 2
PUBLISH = """
import time, urllib.request
from news.models import NewsPage
item = NewsPage.objects.filter(locale__language_code="sq", live=True).order_by("-date", "-pk").first()
paths = [item.get_url(), item.get_parent().get_url(), "/sq/"]
def shows(path, title):
    asked = urllib.request.Request("{url}" + path, headers={{"Host": "localhost"}})
    return title in urllib.request.urlopen(asked).read().decode()
for number in range({number}):
    title = "Titulli %s" % number
    item = NewsPage.objects.get(pk=item.pk)
    item.title = title
    began = time.monotonic()
    item.save_revision().publish()
    kept = time.monotonic()
    while not all(shows(path, title) for path in paths): time.sleep(0.02)
    print("%.3f" % (time.monotonic() - kept))
    time.sleep(max(0, 1 - (time.monotonic() - began)))
"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def run(url: str, connections: int) -> tuple[float, float]:
    """Return requests in a second, and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    command += ["-H", "Accept-Encoding: gzip", "-H", "Host: localhost", url]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        sys.exit(text)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", text)
    if not rate or not late:
        sys.exit(text)
    return float(rate[1]), float(late[1]) * UNITS[late[2]]


def compare(targets: dict[str, str], connections: int) -> dict[str, float]:
    """Measure in turn, print what came out, and return the median rates."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in targets}
    for _round in range(ROUNDS):
        for name, url in targets.items():
            found[name].append(run(url, connections))
    rates = {name: statistics.median(rate for rate, _late in values) for name, values in found.items()}
    for name, values in found.items():
        late = statistics.median(late for _rate, late in values)
        share = rates[name] / rates["file"]
        line = (
            f"{connections:3} connections  {name:10} {rates[name]:9,.0f}/s  p99 {late:6.2f} ms  {share:.2f}"
        )
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return rates


def publishing(site: Standing) -> None:
    """Measure readers at rest and while somebody publishes, and how soon that is seen."""
    url = site.nginx.url + PAGE
    edit(site, "with nobody else", lambda: time.sleep(0.1))
    rest = statistics.median(run(url, 16)[1] for _round in range(ROUNDS))
    late: list[float] = []
    edit(site, "meanwhile", lambda: late.append(run(url, 16)[1]))
    busy = statistics.median(late)
    sys.stdout.write(
        f"Readers' p99 {rest:.2f} ms at rest, {busy:.2f} ms meanwhile: {busy / rest:.1f} times.\n"
    )


def edit(site: Standing, when: str, meanwhile: Callable[[], object]) -> None:
    """Publish once a second, do something meanwhile, and print after how many seconds it was seen."""
    code = PUBLISH.format(url=site.nginx.url, number=15)
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    editor = subprocess.Popen(command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True)
    while editor.poll() is None:
        meanwhile()
    seen = sorted(float(line) for line in (editor.stdout or []) if line.strip())
    sys.stdout.write(f"Published {len(seen)} times, {when}: seen after {statistics.median(seen):.2f} s, ")
    sys.stdout.write(f"{seen[-1]:.2f} s at the latest.\n")


def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory(prefix="pvpt-bench-") as name:
        Path(name).chmod(0o755)
        folder, port, second = Path(name) / "file", free_port(), free_port()
        folder.mkdir()
        extra = STATIC.format(port=port, second=second, folder=folder, policy=POLICY)
        site = Standing(Path(name), workers=2, extra=extra)
        site.nginx.start()
        site.start()
        try:
            sys.stdout.write(site.manage("warm"))
            fetch = [
                "curl",
                "-s",
                "-H",
                "Accept-Encoding: gzip",
                "-H",
                "Host: localhost",
                site.nginx.url + PAGE,
            ]
            packed = subprocess.run(fetch, capture_output=True, check=True).stdout
            (folder / "page.html.gz").write_bytes(packed)
            (folder / "page.html").write_bytes(b"")
            sys.stdout.write(f"{len(packed):,} bytes, compressed\n")
            targets = {
                "file": f"http://127.0.0.1:{port}/page.html",
                "as a page": f"http://127.0.0.1:{second}/page.html",
                "kept": site.nginx.url + PAGE,
            }
            for connections in (1, 16):
                compare(targets, connections)
            publishing(site)
            site.kill()
            sys.stdout.write("The application is killed.\n")
            compare(targets, 16)
        finally:
            site.stop()


if __name__ == "__main__":
    main()
