"""Raw pages: files named by the sha256 of their bytes, compressed with zstd."""

import os
from hashlib import sha256
from pathlib import Path

import zstandard

from musnad.errors import MusnadError


def raw_path(folder: Path, digest: str) -> Path:
    """Gives where the bytes with this sha256 are kept under `folder`."""
    return folder / digest[:2] / f"{digest}.zst"


def write_raw(folder: Path, data: bytes, level: int = 3) -> str:
    """Gives the sha256 of `data` after the bytes are safe on the disk under that name."""
    digest = sha256(data).hexdigest()
    path = raw_path(folder, digest)
    if not path.exists():
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(folder)
        half_done = path.with_suffix(".tmp")
        with half_done.open("wb") as file:
            file.write(zstandard.compress(data, level))
            file.flush()
            os.fsync(file.fileno())
        half_done.rename(path)
        _sync_folder(path.parent)
    return digest


def read_raw(folder: Path, digest: str) -> bytes:
    """Gives the bytes with this sha256; raises `MusnadError` M-013 when gone or damaged."""
    path = raw_path(folder, digest)
    try:
        data = zstandard.ZstdDecompressor().decompressobj().decompress(path.read_bytes())
    except (OSError, zstandard.ZstdError) as error:
        raise MusnadError("M-013", f"The raw page {path} cannot be read: {error}.") from error
    if sha256(data).hexdigest() != digest:
        raise MusnadError("M-013", f"The raw page {path} has other bytes than its name says.")
    return data


def delete_raw(folder: Path, digest: str) -> None:
    """Deletes the bytes with this sha256; does nothing when they are gone."""
    raw_path(folder, digest).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
