"""A Python that stays open on the site's database: starting one for each question takes seconds.

It reads one JSON text of code a line, and answers each with one JSON line: what was printed, what was raised.
"""

import io
import json
import subprocess
import sys
import traceback
from contextlib import redirect_stdout

from tests.front.server import ROOT


class Shell:
    """The open Python; it starts with the first question."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.process: subprocess.Popen[str] | None = None

    def __call__(self, code: str) -> str:
        """Run the code; return what it prints. Raises RuntimeError with the trace of what it raised."""
        if self.process is None:
            command = [sys.executable, "-m", "tests.browser.shell"]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, text=True, **pipes)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps(code), file=self.process.stdin, flush=True)
        printed, raised = json.loads(self.process.stdout.readline())
        if raised:
            raise RuntimeError(raised)
        return str(printed).strip()

    def end(self) -> None:
        """Close it."""
        if self.process is not None:
            self.process.communicate()


def main() -> None:
    """Answer questions until there are no more."""
    import django

    django.setup()
    from django.db import close_old_connections

    for line in sys.stdin:
        printed, raised = io.StringIO(), ""
        close_old_connections()
        try:
            with redirect_stdout(printed):
                exec(json.loads(line), {})  # noqa: S102  the code is that of our tests
        except Exception:  # noqa: BLE001  whatever it is, it goes to the test that asked
            raised = traceback.format_exc()
        print(json.dumps([printed.getvalue(), raised]), flush=True)


if __name__ == "__main__":
    main()
