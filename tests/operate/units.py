"""Reads the units of deploy/systemd as systemd would, for folders of a test's own."""

import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "deploy/systemd"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in (".service", ".socket", ".timer"))


@dataclass
class Unit:
    """A unit: its name, and all values of each key, whatever its section."""

    name: str
    values: dict[str, list[str]]

    def one(self, key: str, default: str = "") -> str:
        """Return the last value of the key."""
        return self.values.get(key, [default])[-1]

    def words(self, key: str) -> list[str]:
        """Return the words of all values of the key."""
        return " ".join(self.values.get(key, [])).split()

    def seconds(self, key: str, default: float) -> float:
        """Return a time; the units write plain seconds, or minutes and hours with their letters."""
        text = self.one(key, str(default))
        factor = {"h": 3600.0, "m": 60.0}.get(text.removesuffix("in")[-1], 1.0)
        return float(text.rstrip("hmins")) * factor

    @property
    def command(self) -> list[str]:
        """The command line of a service."""
        return shlex.split(self.one("ExecStart"))


def read(path: Path, places: dict[str, str]) -> Unit:
    """Return the unit of the file, with other folders in the place of those of a server."""
    values: dict[str, list[str]] = {}
    for line in moved(path.read_text(), places).replace("\\\n", " ").splitlines():
        key, equals, value = line.partition("=")
        if equals and not key.startswith("#"):
            values.setdefault(key, []).append(value.strip())
    return Unit(path.name, values)


def moved(text: str, places: dict[str, str]) -> str:
    """Return the text with other folders."""
    for former, place in places.items():
        text = text.replace(former, place)
    return text


def boot_order(units: list[Unit]) -> list[Unit]:
    """Return the units as a boot starts them: each after those that it names in After=."""
    named = {unit.name: unit for unit in units}
    order: list[Unit] = []

    def add(unit: Unit, above: tuple[str, ...] = ()) -> None:
        assert unit.name not in above, f"{unit.name} waits for itself"
        for name in unit.words("After"):
            if name in named:
                add(named[name], (*above, unit.name))
        if unit not in order:
            order.append(unit)

    for unit in units:
        add(unit)
    return order
