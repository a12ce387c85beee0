"""The card of origins: which pages carry a claim, from whom, and what proves it."""

from collections.abc import Mapping
from typing import Any

from musnad.model.links import Bearer, Claim, Links, Origin
from musnad.serve.wording import Wording

View = dict[str, Any]
Claims = Mapping[str, tuple[int, int]]
"""How many pages and how many independent origins carry a statement, by statement id."""
Proofs = Mapping[str, Claim]
"""The claim that a statement belongs to, by statement id."""

SHOWN_HOPS = 4


def claims_by_statement(links: Links) -> Proofs:
    """Gives the claim of each statement, when several pages carry it."""
    shared = (claim for claim in links.claims if len(claim.pages) > 1)
    return {statement: claim for claim in shared for statement in claim.statements}


def badge(counts: tuple[int, int] | None, words: Wording) -> str | None:
    """Gives «٦ صفحات · مصدر واحد»; None for a statement that only its own page carries."""
    if counts is None:
        return None
    pages, origins = words.counted(counts[0], "page"), words.counted(counts[1], "origin")
    return words.label("statement.claims", pages=pages, origins=origins)


def proof_view(claim: Claim | None, words: Wording) -> View | None:
    """Gives all that the card of origins shows; None without a claim."""
    if claim is None:
        return None
    several = "one" if len(claim.origins) == 1 else "several"
    return {
        "title": words.label(f"origins.{several}"),
        "origins": [_origin_view(origin, words) for origin in claim.origins],
        "unproven_count": words.counted(len(claim.unproven), "page") if claim.unproven else None,
        "unproven": [_bearer_view(member, words, "unproven") for member in claim.unproven],
        "disputed": [
            {"href": f"/statements/{id_}", "text": words.label("origins.denial")}
            for id_ in claim.disputed_by
        ],
    }


def claims_view(proofs: Proofs, words: Wording) -> list[View]:
    """Gives every claim of several pages, the most carried first, with its card of origins."""
    claims = {claim.id: claim for claim in proofs.values()}.values()
    ordered = sorted(
        claims, key=lambda claim: (-len(claim.pages), claim.first_seen or "", claim.id)
    )
    return [_claim_view(claim, words) for claim in ordered]


def _claim_view(claim: Claim, words: Wording) -> View:
    return {
        "content": claim.content,
        "speaker": words.name(claim.speaker),
        "badge": badge((len(claim.pages), len(claim.origins)), words),
        "first_seen": words.date(claim.first_seen),
        "href": f"/statements/{claim.statements[0]}",
        "proof": proof_view(claim, words),
    }


def _origin_view(origin: Origin, words: Wording) -> View:
    members = [_bearer_view(member, words, member.proof.kind) for member in origin.members]
    first, rest = members[0], members[1:]
    hidden = len(rest) - SHOWN_HOPS
    return {
        "name": words.name(origin.name) if origin.name else first["name"],
        "hops": [one for one in members if one["kind"] != "publisher"][:SHOWN_HOPS],
        "more": words.digits(hidden) if hidden > 0 else None,
        "members": members,
    }


def _bearer_view(member: Bearer, words: Wording, proof: str) -> View:
    share = member.proof.share
    return {
        "name": words.name(member.outlet) if member.outlet else words.label("list.no_outlet"),
        "kind": proof,
        "gap": member.outlet is None or proof in {"reprint", "verbatim", "unproven"},
        "href": f"/articles/{member.article}?statement={member.statements[0]}",
        "published": words.date(member.published),
        "proof": words.label(f"origins.{proof}"),
        "words": member.proof.words,
        "share": words.share(share) if share is not None else None,
    }
