"""Errors and issues, each with a permanent code.

A set-up fault is a `MusnadError` (code, what is wrong, what to do). A bad page is an `Issue`
of the reading or the run. Codes are documented in docs/reference/codes.md, generated from here.
"""

ISSUES: dict[str, str] = {
    "M-101": "The page is empty.",
    "M-102": "The page is larger than the limit and was not read.",
    "M-103": "The page is not text: its bytes are binary.",
    "M-104": "Some bytes could not be decoded; they were replaced.",
    "M-105": "The page is not Arabic.",
    "M-106": "No article text was found on the page.",
    "M-107": "NUL bytes or lone surrogates were removed.",
    "M-108": "A line of the page is longer than the limit; it was cut into pieces for reading.",
    "M-109": "The page declares one encoding and is written in another.",
    "M-110": "The page holds several articles.",
    "M-111": "The JSON line is not a page record.",
    "M-112": "The file could not be read.",
    "M-113": "The given publication date is not ISO 8601 and was not used.",
    "M-114": "Dates on the page disagree.",
    "M-115": "A row of the manifest is for no file that was received.",
    "M-116": "The table has no column `text` or `html`; nothing was read from it.",
    "M-117": "The row of the table is no page.",
    "M-118": "The archive is damaged; what is whole in it was read.",
    "M-119": "The member of the archive was not read.",
    "M-120": "A time expression contradicts itself (weekday and date disagree).",
    "M-121": "The feed cannot be read.",
    "M-122": "The feed only names pages; `musnad follow` fetches them.",
    "M-123": "The article is for subscribers; the page may show only its beginning.",
    "M-130": "Quotation marks do not balance.",
    "M-140": "The address does not answer.",
    "M-141": "The server takes too long.",
    "M-142": "The server answers with an error.",
    "M-143": "The site's robots.txt forbids the address.",
    "M-144": "The address leads into a private network and was refused.",
    "M-145": "The address is redirected too often, in a circle or to another kind of address.",
    "M-146": "What the server sent is no page.",
    "M-147": "The address is no web address.",
    "M-148": "The page is gone: the server leads to its front page.",
    "M-150": "The page came again without its article; the last article is kept.",
    "M-151": "A human decision no longer finds its words; it is kept and not applied.",
    "M-190": "A stage failed on this article; it is a bug, please report it.",
}
"""Issue codes: what can be wrong with one page."""

UNREADABLE = frozenset(
    ("M-101", "M-102", "M-103", "M-111", "M-112", "M-117", "M-118", "M-119", "M-121", "M-140",
     "M-141", "M-142", "M-144", "M-145", "M-146", "M-147", "M-148", "M-190")
)  # fmt: skip
"""Issues of a page of which nothing could be read; the command ends with status 1."""

ERRORS: dict[str, tuple[str, str]] = {
    "M-001": ("The setting is unknown.", "Look at `musnad config` for the names."),
    "M-002": ("The workspace does not exist.", "Make it with `musnad add --workspace DIR PATH`."),
    "M-003": ("The workspace was made by a newer Musnad.", "Upgrade Musnad."),
    "M-004": ("The id is not in the workspace.", "List ids with `musnad show`."),
    "M-005": ("The path does not exist.", "Check the spelling of the path."),
    "M-006": (
        "The manifest cannot be used.",
        "It needs a header with `file`; see `musnad add --help`.",
    ),
    "M-007": ("The lexicon cannot be used.", "See docs/lexicons.md for its form."),
    "M-008": ("A rule cannot be used.", "See docs/rules.md for its form."),
    "M-009": ("The export cannot be written.", "Check the folder and its rights."),
    "M-010": ("The port is in use.", "Choose another with `--port`."),
    "M-011": ("The workspace is busy: another writer holds it.", "Wait until it ends."),
    "M-012": ("An optional part is not installed.", "Install the extra that the message names."),
    "M-013": ("The stored data are damaged.", "Run `musnad verify`; restore from a copy."),
    "M-014": (
        "The setting has a value of the wrong kind.",
        "See `musnad config`.",
    ),
    "M-015": ("The search cannot be understood.", "See `musnad search --help`."),
    "M-016": ("The file has not the form that it should have.", "See docs/reference/reading.md."),
    "M-017": ("The workspace cannot be written.", "Check the folder, its rights and free space."),
    "M-018": ("The system refused.", "Check the path, its rights and free space."),
    "M-019": ("The address cannot be served.", "Choose another with `--host` or `--port`."),
}
"""Error codes: what can be wrong with the set-up, and the remedy."""


class MusnadError(Exception):
    """A set-up fault: `code`, `detail` and `remedy`; printed as one plain message by the CLI."""

    def __init__(self, code: str, detail: str) -> None:
        what, self.remedy = ERRORS[code]
        self.code, self.detail = code, detail
        super().__init__(f"{code} {what} {detail} {self.remedy}")
