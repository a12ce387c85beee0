"""What the page «what was left out and why» shows: every block in page order, every fact."""

from typing import Any

from musnad.model.fates import ArticleFates, BlockFate, Evidence, Fact, PageFates
from musnad.serve.wording import Wording, line

View = dict[str, Any]
SHOWN_DIGITS = 12
BELOW = "It stands below a heading: "


def fates_view(page: PageFates, words: Wording) -> View:
    """Gives all that the page of a page's blocks shows."""
    kept = sum(block.fate == "kept" for block in page.blocks)
    return {
        "id": page.page_id,
        "name": page.name,
        "url": page.url if (page.url or "").startswith(("http://", "https://")) else None,
        "sha256": page.sha256,
        "short": page.sha256[:SHOWN_DIGITS],
        "encoding": page.encoding,
        "kept": words.counted(kept, "dropped") if kept else words.label("fates.nothing"),
        "left": words.counted(len(page.blocks) - kept, "dropped"),
        "articles": [_article_view(one, words) for one in page.articles],
        "blocks": [_block_view(one, len(page.articles) > 1, words) for one in page.blocks],
    }


def _article_view(article: ArticleFates, words: Wording) -> View:
    return {
        "href": f"/articles/{article.article_id}",
        "title": article.title,
        "issues": [
            {
                "code": one.code,
                "text": words.issue(one.code, ""),
                "detail": line(words.reason(one.detail)) if one.detail else None,
            }
            for one in article.issues
        ],
        "facts": [_fact_view(one, words) for one in article.facts],
    }


def _fact_view(fact: Fact, words: Wording) -> View:
    dated = fact.name in {"published", "modified"}
    return {
        "name": words.label(f"fates.fact_{fact.name}"),
        "value": words.date(fact.value) if dated and fact.value else fact.value,
        "method": words.label(f"method.{fact.method}") if fact.value and fact.method else None,
        "evidence": [_evidence_view(one, words) for one in fact.evidence],
    }


def _evidence_view(evidence: Evidence, words: Wording) -> View:
    method, comma, place = evidence.place.partition(", ")
    return {
        "fate": words.label(f"fates.{evidence.fate}"),
        "differs": evidence.fate in {"differs", "refused"},
        "method": words.label(f"method.{method}"),
        "place": place if comma else None,
        "written": evidence.written,
        "reason": line(_reasons(evidence.reason, words)) if evidence.reason else None,
    }


def _reasons(reason: str, words: Wording) -> str:
    semicolon = "؛ " if words.tongue == "ar" else "; "
    return semicolon.join(words.reason(one) for one in reason.split("; "))


def _block_view(block: BlockFate, several: bool, words: Wording) -> View:
    label = f"fates.kind_{block.kind}" if block.fate == "kept" else f"dropped.{block.kind}"
    return {
        "fate": block.fate,
        "label": words.label(f"fates.{block.fate}"),
        "kind": words.label(label),
        "article": words.digits(block.article) if several else None,
        "text": block.text.strip(),
        "rule": block.rule,
        "why": line(_why(block.why, words)) if block.why else None,
    }


def _why(why: str, words: Wording) -> str:
    """Lines below a heading have the reason of the heading in theirs."""
    below = why.removeprefix(BELOW)
    return words.reason(why if below == why else f"{BELOW}{words.reason(below)}")
