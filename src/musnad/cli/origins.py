"""`musnad origins`."""

from collections.abc import Iterator
from typing import Annotated

import typer

from musnad.cli.options import Format, FormatOption, WorkspaceOption, opened
from musnad.cli.printing import print_json, print_table, say
from musnad.errors import MusnadError
from musnad.model.links import Bearer, Claim

EXAMPLES = """
  musnad origins
  musnad origins 5f0c2a
  musnad origins --format jsonl
"""

HEADS = ("id", "pages", "origins", "unproven", "disputed", "first seen", "content", "outlets")
_PROOFS = {
    "publisher": "published by the origin",
    "credit": "credits it",
    "relay": "relays it",
    "named": "names it",
    "reprint": "reprint of",
    "verbatim": "same words as",
    "alone": "told to the publisher",
    "first": "seen first",
}


def origins(
    claim_id: Annotated[
        str | None,
        typer.Argument(metavar="[CLAIM_ID]", help="A claim; its start is enough."),
    ] = None,
    workspace: WorkspaceOption = None,
    format_: FormatOption = Format.table,
) -> None:
    """List the claims that several pages carry and their origins, or prove one page by page.

    Unproven are the pages that nothing shows to be independent.
    """
    from musnad.pipeline.link import link_workspace  # noqa: PLC0415 - slow to import

    with opened(workspace) as store:
        claims = link_workspace(store).claims
    found = claims if claim_id is None else (find_claim(claims, claim_id),)
    if format_ is not Format.table:
        print_json(found, format_)
    elif claim_id is not None:
        _show_claim(found[0])
    elif found:
        heads = (
            "id",
            "pages",
            "origins",
            "unproven",
            "disputed",
            "first seen",
            "content",
            "outlets",
        )
        print_table(heads, map(_cells, found))
    else:
        say("No claim stands on several pages.")


def find_claim(claims: tuple[Claim, ...], claim_id: str) -> Claim:
    """Gives the claim whose id begins so; raises M-004 when there is none or more than one."""
    found = [claim for claim in claims if claim.id.startswith(claim_id)]
    if len(found) != 1:
        raise MusnadError("M-004", f"«{claim_id}» is the start of {len(found)} claims.")
    return found[0]


def _cells(claim: Claim) -> tuple[object, ...]:
    return (
        claim.id,
        len(claim.pages),
        len(claim.origins),
        len(claim.unproven) or None,
        len(claim.disputed_by) or None,
        claim.first_seen,
        claim.content,
        "، ".join(claim.outlets),
    )


def _show_claim(claim: Claim) -> None:
    typer.echo(f"{claim.speaker}: {claim.content}")
    typer.echo(f"pages {len(claim.pages)}, origins shown {len(claim.origins)}")
    if claim.disputed_by:
        typer.echo(f"disputed by {' '.join(claim.disputed_by)}")
    heads = ("origin", "page", "published", "outlet", "proof", "share", "like", "words")
    print_table(heads, _proof_cells(claim))


def _proof_cells(claim: Claim) -> Iterator[tuple[object, ...]]:
    for origin in claim.origins:
        for member in origin.members:
            yield origin.name or origin.id, *_bearer_cells(member, _PROOFS[member.proof.kind])
    for member in claim.unproven:
        yield "not shown", *_bearer_cells(member, "not shown to be independent")


def _bearer_cells(member: Bearer, proof: str) -> tuple[object, ...]:
    share = None if member.proof.share is None else f"{member.proof.share:.0%}"
    return (
        member.article, member.published, member.outlet, proof, share, member.proof.like,
        member.proof.words,
    )  # fmt: skip
