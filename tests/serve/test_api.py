import jsonschema
import pytest
from desk_readings import DENIAL, GAPPED, PORT, RELAYED, keep, reading

from musnad.serve.as_json import reading_json, utf16_table

PORT_ADDRESS = f"/api/articles/{PORT.article.id}"


def test_health_counts_what_the_workspace_holds(web):
    told = web.get("/api/health").json()
    assert told["status"] == "ok"
    assert told["counts"]["articles"] == 3


def test_articles_are_paged(workspace, browse):
    keep(workspace, *(reading(f"r{number}", (f"عنوان {number}",)) for number in range(5)))
    web = browse(workspace)
    first = web.get("/api/articles?limit=3").json()
    rest = web.get(f"/api/articles?limit=3&offset={first['next']}").json()
    assert [row["source_id"] for row in first["items"] + rest["items"]] == [
        "r0", "r1", "r2", "r3", "r4"
    ]  # fmt: skip
    assert rest["next"] is None


def test_a_reading_is_given_with_code_point_offsets(web):
    told = web.get(PORT_ADDRESS).json()
    text = told["article"]["text"]
    for statement in told["statements"]:
        for span in (statement["cue"], *statement["content"]):
            assert text[span["start"] : span["end"]] == span["text"]


def test_utf16_offsets_count_as_javascript_does(web):
    told = web.get(f"{PORT_ADDRESS}?offsets=utf16").json()
    units = told["article"]["text"].encode("utf-16-le")
    spans = [span for made in told["statements"] for span in (made["cue"], *made["content"])]
    assert spans
    for span in spans:
        piece = units[span["start"] * 2 : span["end"] * 2].decode("utf-16-le")
        assert piece == span["text"]
    ((start, length, _, page_length),) = told["article"]["page"]["map"]
    assert (start, length) == (0, len(units) // 2)
    assert page_length == length - 1


def test_the_utf16_table_has_an_entry_for_the_end():
    assert utf16_table("أ🚢ب") == [0, 1, 3, 4]


def test_the_reading_that_was_given_stays_unchanged():
    before = PORT.article.page.map
    reading_json(PORT, utf16=True)
    assert PORT.article.page.map == before


def test_statements_are_filtered_and_undated_ones_come_last(web):
    everything = web.get("/api/statements").json()["items"]
    assert everything[0]["statement"]["id"] == RELAYED.id
    assert everything[-1]["statement"]["id"] == GAPPED.id
    assert everything[-1]["date_basis"] == "unknown"
    denials = web.get("/api/statements?act=deny").json()["items"]
    assert [row["statement"]["id"] for row in denials] == [DENIAL.id]
    later = web.get("/api/statements?since=2031-05-04").json()["items"]
    assert RELAYED.id not in {row["statement"]["id"] for row in later}
    assert len(web.get(f"/api/statements?article={PORT.article.id}").json()["items"]) == 7


@pytest.mark.parametrize("path", ["/api/articles/zz", "/api/nowhere"])
def test_what_is_not_there_is_told_as_json(web, path):
    answer = web.get(path)
    assert answer.status_code == 404
    assert answer.json()["code"] in {"M-004", "404"}


@pytest.mark.parametrize(
    "query", ["act=shout", "limit=0", "limit=100000", "offset=-1", "since=yesterday"]
)
def test_senseless_parameters_are_refused(web, query):
    assert web.get(f"/api/statements?{query}").status_code == 422


def test_the_description_of_the_api_is_served(web):
    told = web.get("/api/openapi.json").json()
    assert set(told["paths"]) == {
        "/api/health", "/api/articles", "/api/articles/{article_id}", "/api/statements",
        "/api/articles/{article_id}/versions", "/api/articles/{article_id}/versions/{number}",
        "/api/versions", "/api/pages/{page_id}",
    }  # fmt: skip
    jsonschema.Draft202012Validator.check_schema(told["components"]["schemas"])
