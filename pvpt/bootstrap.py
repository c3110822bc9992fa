"""`make run` and `make test` from nothing but Python: environment, catalogues, static files, database.

Runs on the system's Python, so it imports the standard library only.
"""

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def main() -> None:
    """Do what the target needs; end with one sentence when something is missing."""
    parser = argparse.ArgumentParser(prog="bootstrap")
    parser.add_argument("target", choices=["run", "test", "verify", "lint", "install"])
    target = parser.parse_args().target
    os.chdir(ROOT)
    check_tools()
    install(development=target in ("test", "verify", "lint"))
    step("-m", "pvpt.catalogues")
    if target == "run":
        prepare()
        os.execv(PYTHON, [str(PYTHON), "manage.py", "serve"])  # noqa: S606  arguments are ours
    if target in ("test", "verify", "lint"):
        os.execv(PYTHON, [str(PYTHON), "-m", "tests.run", target])  # noqa: S606


def check_tools() -> None:
    """End with a sentence when Python is too old, has no venv, or the folder cannot be written."""
    if sys.version_info < (3, 11):  # noqa: UP036  this file runs on whatever Python there is
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        stop("Python cannot make virtual environments: install the package python3-venv.")
    if not os.access(ROOT, os.W_OK):
        stop(f"The folder {ROOT} cannot be written; copy the project to one of your own.")


def install(development: bool) -> None:
    """Make the virtual environment hold exactly what the locks say."""
    files = ["requirements.txt"] + (["requirements-dev.txt"] if development else [])
    wanted = [f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}" for name in files]
    stamp = VENV / "installed"
    if stamp.exists() and set(wanted) <= set(stamp.read_text().splitlines()):
        return
    if not PYTHON.exists():
        print("Making the virtual environment …", flush=True)
        command([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")
    print("Installing the locked packages …", flush=True)
    arguments = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    for name in files:
        arguments += ["-r", name]
    command([str(PYTHON), *arguments], "The packages could not be installed: is the package index reachable?")
    stamp.write_text("\n".join(wanted))


def prepare() -> None:
    """Bring static files, database and content to the state of the code."""
    folder = Path(os.environ.get("PVPT_VAR") or ROOT / "var")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        stop(f"The folder {folder} cannot be made: {error.strerror}.")
    for path in (folder, *folder.glob("pvpt.sqlite3*")):
        if not os.access(path, os.W_OK):
            stop(f"{path} cannot be written.")
    step("manage.py", "prepare")


def step(*arguments: str) -> None:
    """Run our Python on the arguments; end when it fails, which it has explained itself."""
    command([str(PYTHON), *arguments])


def command(arguments: list[str], otherwise: str = "") -> None:
    """Run the command; end with the sentence when it fails."""
    result = subprocess.run(arguments, check=False)  # noqa: S603  arguments are ours
    if result.returncode:
        stop(otherwise, result.returncode)


def stop(sentence: str, status: int = 1) -> None:
    """Print the sentence and end."""
    if sentence:
        print(sentence, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
