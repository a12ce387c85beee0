"""Statements of a speaker named in Latin letters, as the English interface shows the name."""

import re
from collections.abc import Mapping

import msgspec

from musnad.model.records import Speaker
from musnad.store import StatementRow, Wanted, Workspace
from musnad.text.romanise import romanise

_LATIN = re.compile(r"[A-Za-z]")


def wanted_statements(
    workspace: Workspace, wanted: Wanted, names: Mapping[str, str], offset: int, limit: int
) -> tuple[StatementRow, ...]:
    """Gives the wanted statements; a speaker in Latin letters is found by the name shown.

    `names` maps Arabic names to English ones; other names are compared as romanised.
    """
    if not wanted.speaker or not _LATIN.search(wanted.speaker):
        return workspace.statements(wanted, offset=offset, limit=limit)
    asked = _key(wanted.speaker).split()
    rows = workspace.statements(msgspec.structs.replace(wanted, speaker=None))
    speakers = {row.statement.speaker for row in rows}
    meant = {one.name for one in speakers if _is_meant(one, asked, names)}
    found = [row for row in rows if row.statement.speaker.name in meant]
    return tuple(found[offset : offset + limit])


def _is_meant(speaker: Speaker, asked: list[str], names: Mapping[str, str]) -> bool:
    arabic = (speaker.name, *speaker.aliases)
    english = [names[name] for name in (*arabic, speaker.entity) if name and name in names]
    forms = " ".join(map(_key, (*arabic, *english, *map(romanise, arabic))))
    return all(word in forms for word in asked)


def _key(name: str) -> str:
    return re.sub(r"[-'’`]", " ", name).casefold()
