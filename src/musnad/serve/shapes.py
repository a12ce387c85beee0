"""The only place where records become what the templates show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from musnad.lexicons import Lexicon
from musnad.model.records import Article, Hop, Published, Reading, Span, Statement
from musnad.serve.origins import Claims, Proofs, badge, proof_view
from musnad.serve.segments import Piece, Segment, cut_text
from musnad.serve.wording import Wording, line
from musnad.store import ArticleRow, StatementRow

View = dict[str, Any]

TONES = {"deny": "deny", "demand": "demand"}
EXCERPT = 240


@dataclass(frozen=True, slots=True)
class Desk:
    """One reading with the words it is shown in and what is known about its claims."""

    reading: Reading
    words: Wording
    claims: Claims
    proofs: Proofs
    made: Mapping[str, Statement]
    numbers: Mapping[str, int]


def desk(
    reading: Reading, words: Wording, claims: Claims | None = None, proofs: Proofs | None = None
) -> Desk:
    """Gives the reading with wording that knows its English names; statements count from 1."""
    made = {statement.id: statement for statement in reading.statements}
    numbers = {id_: place for place, id_ in enumerate(made, start=1)}
    return Desk(
        reading, words.named(english_names(reading)), claims or {}, proofs or {}, made, numbers
    )


# --- names, dates, chains ------------------------------------------------------------------


def english_names(reading: Reading) -> dict[str, str]:
    """Gives the English names that a reading knows, by entity id and by Arabic name."""
    names: dict[str, str] = {}
    for entity in reading.entities:
        if entity.name_en:
            names |= dict.fromkeys((entity.id, entity.name, *entity.aliases), entity.name_en)
    return names


@lru_cache(maxsize=4)
def lexicon_names(lexicon: Lexicon) -> Mapping[str, str]:
    """Gives the English names that a lexicon knows, by Arabic name and alias."""
    names: dict[str, str] = {}
    for entry in lexicon.all_entries():
        if entry.name_en:
            for name in (entry.name, *entry.aliases):
                names.setdefault(name, entry.name_en)
    return names


def href(path: str, **parameters: object) -> str:
    """Gives an address with the parameters that are not empty."""
    query = urlencode({name: value for name, value in parameters.items() if value})
    return f"{path}?{query}" if query else path


def statement_href(article_id: str, statement_id: str) -> str:
    """Gives the address of a statement in its article, at its sentence."""
    return f"{href(f'/articles/{article_id}', statement=statement_id)}#s-{statement_id}"


def _published_view(published: Published | None, words: Wording) -> View:
    if published is None:
        return {"iso": None, "text": words.label("date.none"), "method": None}
    return {
        "iso": published.value,
        "text": words.date(published.value),
        "method": words.label(f"method.{published.method}"),
        "reliable": published.reliable,
    }


def _chain_view(
    chain: Iterable[Hop], anonymous: Iterable[str | None], words: Wording
) -> list[View]:
    return [_hop_view(hop, hop.name in anonymous, words) for hop in chain]


def _hop_view(hop: Hop, anonymous: bool, words: Wording) -> View:
    kind = "gap" if hop.gap is not None else "anonymous" if anonymous else "known"
    name = words.name(hop.name, hop.entity) if hop.name else words.label("chain.gap")
    role = words.label(f"chain.{hop.role}")
    return {
        "name": name,
        "kind": kind,
        "role": role,
        "sign": {"gap": words.label("chain.gap"), "anonymous": words.label("chain.anonymous")}.get(
            kind
        ),
        "reason": line(words.reason(hop.gap)) if hop.gap else None,
    }


def chain_view(statement: Statement, words: Wording) -> list[View]:
    """Gives the hops of a chain, outermost first, each known, anonymous or a gap."""
    hidden = [statement.speaker.name] if statement.speaker.kind == "anonymous" else []
    return _chain_view(statement.chain, hidden, words)


# --- one statement -------------------------------------------------------------------------


def card_view(statement: Statement, at: Desk) -> View:
    """Gives all that the card of a statement shows."""
    words, source = at.words, statement.source
    return {
        **_line_view(statement, at),
        "quotes": [span.text for span in statement.content],
        "speaker": _speaker_view(statement, at),
        "source": source.text if source else None,
        "cue": statement.cue.text,
        "mode": words.label(f"mode.{statement.mode}"),
        "time": _time_view(statement, at.reading.article, words),
        "medium": words.medium(statement.medium) if statement.medium else None,
        "addressee": words.name(statement.addressee) if statement.addressee else None,
        "qualities": _qualities(statement, words),
        "links": _links(statement, at),
        "confidence": words.share(statement.confidence),
        "rule": statement.made_by,
        "why": [line(words.reason(reason)) for reason in statement.why],
        "claims": badge(at.claims.get(statement.id), words),
        "proof": proof_view(at.proofs.get(statement.id), words),
    }


def _line_view(statement: Statement, at: Desk) -> View:
    return {
        "id": statement.id,
        "number": at.words.digits(at.numbers[statement.id]),
        "href": statement_href(at.reading.article.id, statement.id),
        "act": at.words.label(f"act.{statement.act}"),
        "tone": TONES.get(statement.act, "say"),
        "chain": chain_view(statement, at.words),
        "excerpt": excerpt(statement.content),
    }


def _speaker_view(statement: Statement, at: Desk) -> View:
    speaker, words = statement.speaker, at.words
    people = {entity.id: entity.name for entity in at.reading.entities}
    return {
        "name": words.name(speaker.name, speaker.entity),
        "href": href("/chronology", speaker=speaker.name),
        "kind": words.label(f"kind.{speaker.kind}"),
        "how": words.label(f"how.{speaker.how}"),
        "anonymous": speaker.kind == "anonymous",
        "aliases": [words.name(name) for name in speaker.aliases] if words.tongue == "ar" else [],
        "members": [words.name(people.get(member, member), member) for member in speaker.members],
        "candidates": [words.name(people.get(name, name), name) for name in speaker.candidates],
    }


def _time_view(statement: Statement, article: Article, words: Wording) -> View:
    published = article.published.value if article.published else None
    basis = "said" if statement.said else "published" if published else "unknown"
    value = statement.said or published
    return {
        "iso": value,
        "text": words.date(value),
        "basis": words.label(f"basis.time_{basis}"),
    }


def _qualities(statement: Statement, words: Wording) -> list[tuple[str, str]]:
    """Polarity and modality are told only where they are not the usual ones."""
    told = []
    if statement.polarity != "affirmative":
        told.append((words.label("statement.polarity"), words.label("polarity.negated")))
    if statement.modality != "fact":
        label = words.label(f"modality.{statement.modality}")
        told.append((words.label("statement.modality"), label))
    return told


def _links(statement: Statement, at: Desk) -> list[tuple[str, list[View]]]:
    inner = [made.id for made in at.reading.statements if made.inside == statement.id]
    wanted = (
        ("continues", [statement.continues]),
        ("inside", [statement.inside]),
        ("contains", inner),
    )
    found = [(key, [id_ for id_ in ids if id_ in at.numbers]) for key, ids in wanted]
    return [
        (at.words.label(f"statement.{key}"), [_pick(id_, at) for id_ in ids if id_])
        for key, ids in found
        if ids
    ]


def _pick(statement_id: str, at: Desk) -> View:
    number = at.words.digits(at.numbers[statement_id])
    return {
        "id": statement_id,
        "href": statement_href(at.reading.article.id, statement_id),
        "text": at.words.label("statement.number", number=number),
    }


def excerpt(content: Sequence[Span]) -> str:
    """Gives the beginning of what was said, cut at a word."""
    text = " … ".join(" ".join(span.text.split()) for span in content)
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"


# --- one article ---------------------------------------------------------------------------


def article_view(at: Desk, chosen: str | None) -> View:
    """Gives all that the page of an article shows; `chosen` is a statement id or its beginning."""
    reading, article, words = at.reading, at.reading.article, at.words
    card = chosen_card(at, chosen)
    return {
        "id": article.id,
        "href": f"/articles/{article.id}",
        "title": article.title,
        "outlet": outlet_view(article.outlet.name if article.outlet else None, words),
        "owner": article.outlet.owner if article.outlet else None,
        "host": _other_host(article),
        "published": _published_view(article.published, words),
        "modified": words.date(article.modified.value) if article.modified else None,
        "dateline": _dateline(article, words),
        "credits": [words.name(name) for name in article.credits],
        "url": article.url if (article.url or "").startswith(("http://", "https://")) else None,
        "part_of": bool(article.part_of),
        "pieces": [_piece_view(piece, at, card) for piece in cut_text(reading)],
        "count": words.counted(len(reading.statements), "statement"),
        "lines": [_line_view(statement, at) for statement in reading.statements],
        "card": card,
        "issues": [_issue_view(issue.code, issue.detail, words) for issue in reading.issues],
        "dropped": _dropped(reading, words),
        "dropped_count": words.counted(len(reading.dropped), "dropped"),
    }


def chosen_card(at: Desk, chosen: str | None) -> View | None:
    """Gives the card of the chosen statement, None when the article has no such one."""
    if not chosen:
        return None
    found = next((made for made in at.reading.statements if made.id.startswith(chosen)), None)
    return card_view(found, at) if found else None


def outlet_view(outlet: str | None, words: Wording) -> View:
    """Gives the outlet as the first hop of a chain; an unknown one is a gap."""
    name = words.name(outlet) if outlet else words.label("list.no_outlet")
    return {"name": name, "kind": "known" if outlet else "gap"}


def _other_host(article: Article) -> str | None:
    """The host of the page where it is not the outlet's own."""
    own = article.outlet.domain if article.outlet else None
    host = article.host or ""
    return None if own and f".{host}".endswith(f".{own}") else host or None


def _dateline(article: Article, words: Wording) -> list[str]:
    if article.dateline is None:
        return []
    names = (article.dateline.place, *article.dateline.agencies)
    return [words.name(name) for name in names if name]


def _issue_view(code: str, detail: str, words: Wording) -> View:
    return {
        "code": code,
        "text": words.issue(code, ""),
        "detail": line(words.reason(detail)) if detail else None,
    }


def _dropped(reading: Reading, words: Wording) -> list[View]:
    return [
        {"kind": words.label(f"dropped.{one.kind}"), "text": one.text.strip(), "rule": one.rule}
        for one in reading.dropped
    ]


def _piece_view(piece: Piece, at: Desk, card: View | None) -> View:
    chosen = card["id"] if card else None
    return {
        "kind": piece.kind,
        "segments": [_segment_view(segment, at, chosen) for segment in piece.segments],
    }


def _segment_view(segment: Segment, at: Desk, chosen: str | None) -> View:
    if not segment.statements:
        return {"text": segment.text, "statements": ()}
    first = at.made[segment.statements[0]]
    anonymous = any(at.made[id_].speaker.kind == "anonymous" for id_ in segment.statements)
    classes = [*sorted(segment.parts), TONES.get(first.act, "say")]
    classes += ["anonymous"] if anonymous and "source" in segment.parts else []
    classes += ["nested"] if len(segment.statements) > 1 else []
    return {
        "text": segment.text,
        "statements": segment.statements,
        "href": statement_href(at.reading.article.id, first.id),
        "classes": " ".join(classes),
        "anchor": segment.starts[0] if segment.starts else None,
        "note": "،".join(at.words.digits(at.numbers[id_]) for id_ in segment.ends),
        "on": chosen in segment.statements,
    }


# --- lists ---------------------------------------------------------------------------------


def list_view(row: ArticleRow, at: Desk) -> View:
    """Gives one line of the list of articles."""
    words = at.words
    return {
        "href": f"/articles/{row.id}",
        "title": row.title,
        "outlet": outlet_view(row.outlet, words),
        "published": _published_view(at.reading.article.published, words),
        "statements": words.counted(row.statements, "statement"),
        "issues": words.counted(row.issues, "issue") if row.issues else None,
    }


def chronology_view(rows: Iterable[tuple[StatementRow, Wording]], words: Wording) -> list[View]:
    """Gives the statements by day; each row comes with wording that knows its names."""
    groups = groupby(rows, key=lambda one: one[0].date.partition("T")[0] if one[0].date else None)
    return [
        {"iso": day, "text": words.date(day), "lines": list(_day_lines(group))}
        for day, group in groups
    ]


def _day_lines(group: Iterable[tuple[StatementRow, Wording]]) -> Iterator[View]:
    for row, words in group:
        made = row.statement
        yield {
            "href": statement_href(row.article_id, made.id),
            "chain": chain_view(made, words),
            "act": words.label(f"act.{made.act}"),
            "tone": TONES.get(made.act, "say"),
            "basis": words.label(f"basis.{row.date_basis}"),
            "clock": words.digits(row.date.partition("T")[2]) if row.date else "",
            "excerpt": excerpt(made.content),
            "title": row.article_title,
        }
