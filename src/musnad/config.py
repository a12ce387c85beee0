"""The settings, built once at the edge, each with the place that its value came from."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from musnad.errors import MusnadError

FILE_NAME = "musnad.toml"
PREFIX = "MUSNAD_"
NO_SETTINGS = frozenset({"MUSNAD_SHARED"})
"""Names of the environment that only the benchmarks read."""


def _number(default: int, least: int, most: int) -> Any:
    return field(default=default, metadata={"least": least, "most": most})


def _limit(default: int, meaning: str) -> Any:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one page is read; beyond it the page gets an issue.

    They cannot be set: the same page gives the same reading wherever it is read.
    """

    page_bytes: int = _limit(20_000_000, "Bytes of one page; a larger page is not read.")
    line_characters: int = _limit(20_000, "Characters of one line; a longer one is cut.")
    text_characters: int = _limit(2_000_000, "Characters of one article text.")
    articles_per_page: int = _limit(50, "Articles that are taken from one page.")
    html_depth: int = _limit(500, "Depth of nested HTML elements.")


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Receive:
    """Which pages are let in."""

    page_bytes: int = _number(DEFAULT_LIMITS.page_bytes, 1, DEFAULT_LIMITS.page_bytes)


@dataclass(frozen=True, slots=True)
class Fetch:
    """How pages are fetched over the network."""

    user_agent: str = "Musnad"
    pace_seconds: int = _number(1, 0, 3600)
    timeout_seconds: int = _number(30, 1, 600)
    retries: int = _number(2, 0, 10)
    connections: int = _number(8, 1, 64)
    allow_hosts: str = "none"


@dataclass(frozen=True, slots=True)
class Run:
    """How pages are read."""

    jobs: int = _number(1, 1, 256)
    names: str = "light"


@dataclass(frozen=True, slots=True)
class Serve:
    """Where the web pages are served."""

    host: str = "127.0.0.1"
    port: int = _number(8765, 0, 65_535)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; defaults.toml says what each one is for."""

    workspace: str = "musnad-workspace"
    limits: Receive = Receive()
    fetch: Fetch = Fetch()
    run: Run = Run()
    serve: Serve = Serve()


@dataclass(frozen=True, slots=True)
class Configured:
    """The settings that hold, and for each dotted name where its value came from."""

    settings: Settings
    origins: Mapping[str, str]

    def items(self) -> Iterator[tuple[str, int | str, str]]:
        """Gives (dotted name, value, where it came from), in the order of defaults.toml."""
        for name in SETTING_NAMES:
            yield name, _value(self.settings, name), self.origins.get(name, "default")


def load_settings(
    folder: Path, environment: Mapping[str, str], command_line: Mapping[str, int | str | None]
) -> Configured:
    """Gives the settings: defaults, FOLDER/musnad.toml, WORKSPACE/musnad.toml, environment, line.

    `command_line` has dotted names; None means that the option was not given. Raises M-001 for
    an unknown name, with the nearest known one, and M-014 for a value of the wrong kind.
    """
    line = {name: value for name, value in command_line.items() if value is not None}
    near = _from_file(folder / FILE_NAME)
    outside = [(f"{PREFIX}…", _from_environment(environment)), ("command line", line)]
    first = _merged([(str(folder / FILE_NAME), near), *outside])
    inner = folder / first.settings.workspace / FILE_NAME
    further = _from_file(inner) if inner != folder / FILE_NAME else {}
    if "workspace" in further:
        raise MusnadError("M-014", f"{inner}: `workspace` cannot be set inside a workspace.")
    return _merged([(str(folder / FILE_NAME), near), (str(inner), further), *outside])


def _merged(layers: Sequence[tuple[str, Mapping[str, int | str]]]) -> Configured:
    settings, origins = Settings(), dict[str, str]()
    for origin, values in layers:
        for name, value in values.items():
            place = variable(name) if origin.startswith(PREFIX) else origin
            settings = _changed(settings, name, value, place)
            origins[name] = place
    return Configured(settings, MappingProxyType(origins))


def _from_file(path: Path) -> dict[str, int | str]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise MusnadError("M-014", f"{path}: {error}.") from error
    return dict(_flat(found))


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", item) for inner, item in value.items())
        else:
            yield key, value


def _from_environment(environment: Mapping[str, str]) -> dict[str, int | str]:
    names = {variable(name): name for name in SETTING_NAMES}
    found: dict[str, int | str] = {}
    given = (key for key in environment if key.startswith(PREFIX))
    for key in sorted(key for key in given if key not in NO_SETTINGS):
        name = names.get(key)
        if name is None:
            raise MusnadError("M-001", f"«{key}»{_nearest(key, list(names))}.")
        text = environment[key]
        is_number = isinstance(_value(Settings(), name), int)
        found[name] = int(text) if is_number and text.isdecimal() else text
    return found


def variable(name: str) -> str:
    """Gives the environment variable of a setting: serve.port has MUSNAD_SERVE_PORT."""
    return PREFIX + name.replace(".", "_").upper()


def _changed(settings: Settings, name: str, value: object, origin: str) -> Settings:
    if name not in SETTING_NAMES:
        raise MusnadError("M-001", f"«{name}» in {origin}{_nearest(name, SETTING_NAMES)}.")
    _check(name, value, origin)
    section, _, key = name.rpartition(".")
    if not section:
        return replace(settings, **{key: value})  # type: ignore[arg-type]
    part = replace(getattr(settings, section), **{key: value})
    return replace(settings, **{section: part})


def _check(name: str, value: object, origin: str) -> None:
    kind = type(_value(Settings(), name))
    if type(value) is not kind:
        wanted = "a whole number" if kind is int else "a text"
        raise MusnadError("M-014", f"{name} = {value!r} in {origin}: it must be {wanted}.")
    least, most = bounds(name)
    if isinstance(value, int) and not least <= value <= most:
        raise MusnadError("M-014", f"{name} = {value} in {origin}: it must be {least} to {most}.")
    if value == "":
        raise MusnadError("M-014", f"{name} in {origin} is empty.")


def bounds(name: str) -> tuple[int, int]:
    """Gives the least and the most that a number setting may be; (0, 0) for a text."""
    section, _, key = name.rpartition(".")
    owner = getattr(Settings(), section) if section else Settings()
    data = next(each.metadata for each in fields(owner) if each.name == key)
    return data.get("least", 0), data.get("most", 0)


def _nearest(name: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    return f" (did you mean «{close[0]}»?)" if close else ""


def _value(settings: Settings, name: str) -> int | str:
    value: Any = settings
    for part in name.split("."):
        value = getattr(value, part)
    if not isinstance(value, int | str):
        raise TypeError(name)
    return value


def _names(settings: object, prefix: str = "") -> Iterator[str]:
    if not is_dataclass(settings):
        return
    for each in fields(settings):
        value = getattr(settings, each.name)
        if is_dataclass(value):
            yield from _names(value, f"{prefix}{each.name}.")
        else:
            yield prefix + each.name


SETTING_NAMES: tuple[str, ...] = tuple(_names(Settings()))
"""The dotted name of every setting, in the order of defaults.toml."""
