"""The readings of a workspace are linked once, and again when they have changed."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from musnad.errors import MusnadError
from musnad.model.links import Links
from musnad.model.records import Reading, Record
from musnad.stages.link_documents import link_documents
from musnad.store import Workspace

FILE = "links.json"


class _Kept(Record, frozen=True, kw_only=True):
    """Links as they stand in the workspace, with the digest of the readings they were made of."""

    digest: str
    links: Links


def link_workspace(workspace: Workspace) -> Links:
    """Gives what the readings of the workspace share, from `links.json` while that is up to date.

    The file is made anew when a reading has changed; raises `MusnadError` M-017 when it cannot be
    written.
    """
    digest, file = _digest(workspace.readings()), workspace.path / FILE
    kept = _kept(file)
    if kept is not None and kept.digest == digest:
        return kept.links
    links = link_documents(workspace.readings())
    _write(file, msgspec.json.encode(_Kept(digest=digest, links=links)))
    return links


def count_origins(links: Links) -> dict[str, tuple[int, int]]:
    """Gives how many pages and origins the claim of a statement has, by statement id.

    A statement that only its own page carries has no entry.
    """
    return {
        statement: (len(claim.pages), len(claim.origins))
        for claim in links.claims
        if len(claim.pages) > 1
        for statement in claim.statements
    }


def _digest(readings: Iterable[Reading]) -> str:
    """Gives a number for all that linking reads, whatever the order of the readings."""
    each = sorted(sha256(msgspec.json.encode(reading)).digest() for reading in readings)
    return sha256(b"".join(each)).hexdigest()


def _kept(file: Path) -> _Kept | None:
    """Gives the links kept; none when there are none, or they are of another version."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None


def _write(file: Path, data: bytes) -> None:
    part = file.with_name(f"{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise MusnadError("M-017", f"{file}: {error.strerror}.") from error
