"""Tied statements become claims, each with its pages, its origins and those who deny it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from musnad.model.ids import identity
from musnad.model.links import Claim
from musnad.stages.link_documents.alike import Tie, Weights, most_tied, same_subject
from musnad.stages.link_documents.groups import Groups
from musnad.stages.link_documents.origins import Carried, Copies, find_origins
from musnad.stages.link_documents.sheets import Said, Sheet
from musnad.stages.link_documents.words import same_name


def make_claims(
    sheets: Mapping[str, Sheet], ties: Sequence[Tie], copies: Copies, weights: Weights
) -> tuple[Claim, ...]:
    """Gives the claims that several pages make, or that somebody denies; most pages first."""
    same = [tie for tie in ties if tie.kind == "same"]
    disputes = _disputes(ties)
    tied = most_tied(same)
    said = {one.id: one for sheet in sheets.values() for one in sheet.said}
    groups = _grouped(sheets, same, weights)
    members = groups.members({*tied, *disputes})
    claims = [
        _claim([said[id_] for id_ in ids], sheets, copies, disputes, tied)
        for ids in members.values()
    ]
    return tuple(sorted(claims, key=lambda c: (-len(c.pages), c.first_seen or "~", c.id)))


def _grouped(sheets: Mapping[str, Sheet], same: Sequence[Tie], weights: Weights) -> Groups:
    groups = Groups()
    partners: dict[str, set[str]] = defaultdict(set)
    for tie in same:
        groups.join(tie.one.id, tie.other.id)
        partners[tie.one.id].add(tie.other.article)
        partners[tie.other.id].add(tie.one.article)
    for sheet in sheets.values():
        account = [
            one
            for one in sheet.said
            if one.kind == "anonymous"
            and one.id in partners
            and all(same_subject(sheet, sheets[id_], weights) for id_ in partners[one.id])
        ]
        _join_account(account, groups)
    return groups


def _join_account(account: Sequence[Said], groups: Groups) -> None:
    """What one unnamed source tells in articles on one subject is one account, hence one claim."""
    alone = len({one.source for one in account if one.source}) == 1
    for first, second in pairwise(account):
        if first.denies == second.denies and (alone or same_name(first.source, second.source)):
            groups.join(first.id, second.id)


def _disputes(ties: Sequence[Tie]) -> dict[str, set[str]]:
    """Gives the denials of each statement that is denied."""
    found: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.kind == "disputes":
            denial, denied = (tie.one, tie.other) if tie.one.denies else (tie.other, tie.one)
            found[denied.id].add(denial.id)
    return found


def _claim(
    said: Sequence[Said],
    sheets: Mapping[str, Sheet],
    copies: Copies,
    disputes: Mapping[str, set[str]],
    tied: Mapping[str, int],
) -> Claim:
    by_page: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_page[one.article].append(one)
    pages = [Carried(sheets[id_], tuple(ones)) for id_, ones in by_page.items()]
    pages.sort(key=lambda page: page.sheet.order)
    origins, unproven = find_origins(pages, copies)
    shown = max(said, key=lambda one: (tied.get(one.id, 0), len(one.stems), one.id))
    ids = tuple(sorted(one.id for one in said))
    return Claim(
        id=identity("claim", ids[0]),
        content=shown.content,
        speaker=_speaker(said, shown),
        statements=ids,
        pages=tuple(page.sheet.id for page in pages),
        outlets=tuple(dict.fromkeys(page.sheet.outlet for page in pages if page.sheet.outlet)),
        first_seen=pages[0].sheet.published,
        origins=origins,
        unproven=unproven,
        disputed_by=tuple(sorted({id_ for one in ids for id_ in disputes.get(one, ())})),
    )


def _speaker(said: Sequence[Said], shown: Said) -> str:
    """A name says more than a description."""
    return (
        shown.speaker if shown.named else next((s.speaker for s in said if s.named), shown.speaker)
    )
