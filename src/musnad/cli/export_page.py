"""`musnad export-page`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.options import WorkspaceOption, opened
from musnad.cli.printing import counted, say
from musnad.errors import MusnadError

if TYPE_CHECKING:
    from musnad.model.records import Received
    from musnad.store import PageState, Workspace

EXAMPLES = """
  musnad export-page 5f0c2a --out page.html
  musnad export-page 5f0c2a --headers
  musnad export-page 5f0c2a --version 1 --out before.html
"""


def export_page(
    page_id: Annotated[
        str, typer.Argument(metavar="ID", help="A page, its article or its address.")
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to; else standard output.")
    ] = None,
    version: Annotated[
        str | None,
        typer.Option(help="The capture: its number in time, from 1, or its sha256. [default: now]"),
    ] = None,
    headers: Annotated[
        bool, typer.Option("--headers", help="The response in place of the bytes of the page.")
    ] = False,
    workspace: WorkspaceOption = None,
) -> None:
    """Give back the very bytes of a page.

    They are those that came in, their sha256 checked. With --headers come the address, the time
    it was fetched, the status and the headers of the response.
    """
    with opened(workspace) as store:
        found = wanted_page(store, page_id)
        state = _state(store.states(found), version)
        received = store.state_received(found, state)
    data = _told(received, state).encode() if headers else received.data
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        out.write_bytes(data)
    say(f"{counted(len(data), 'byte')}; the page has sha256 {state.sha256}, seen {state.seen}.")


def wanted_page(store: "Workspace", wanted: str) -> str:
    """Gives the id of a page by id, article or address; raises `MusnadError` M-004."""
    if "//" not in wanted:
        return store.find_page(wanted)
    from musnad.model.records import Given, Received  # noqa: PLC0415 - slow to import
    from musnad.pipeline.work import raw_page_id  # noqa: PLC0415 - slow to import

    return store.find_page(raw_page_id(Received(data=b"", name="", given=Given(url=wanted))))


def _state(states: tuple["PageState", ...], version: str | None) -> "PageState":
    """Gives the state of this number in time or with this sha256; the present one by default."""
    if version is None:
        return next(state for state in states if state.number is None)
    if version.isdecimal() and len(version) < 6:
        if 0 < int(version) <= len(states):
            return states[int(version) - 1]
        raise MusnadError("M-004", f"The page has {len(states)} captures, not {version}.")
    found = [state for state in states if state.sha256.startswith(version.lower())]
    if not found:
        raise MusnadError("M-004", f"No capture of the page has sha256 {version}.")
    return found[-1]


def _told(received: "Received", state: "PageState") -> str:
    """Gives what is known of how the page came, in the form of a response."""
    fetched = received.fetched
    if fetched is None:
        return f"x-musnad-name: {received.name}\nx-musnad-added: {state.added}\n"
    known = {
        "x-musnad-url": fetched.url,
        "x-musnad-final-url": fetched.final_url,
        "x-musnad-fetched": fetched.at,
        "x-musnad-sha256": state.sha256,
    }
    lines = [f"HTTP {fetched.status}"] if fetched.status is not None else []
    lines += [f"{name}: {value}" for name, value in known.items() if value]
    lines += [f"{name}: {value}" for name, value in fetched.headers]
    return "\n".join(lines) + "\n"
