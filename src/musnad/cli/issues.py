"""`musnad issues`."""

from typing import TYPE_CHECKING

from musnad.cli.options import Format, FormatOption, WorkspaceOption, opened
from musnad.cli.printing import print_json, print_table, say
from musnad.errors import ISSUES

if TYPE_CHECKING:
    from musnad.store import IssueRow

EXAMPLES = """
  musnad issues
  musnad issues --format jsonl | grep M-103
"""


def issues(workspace: WorkspaceOption = None, format_: FormatOption = Format.table) -> None:
    """List what went wrong with single pages.

    docs/reference/codes.md explains the codes.
    """
    with opened(workspace) as store:
        found = store.issues()
    if format_ is not Format.table:
        print_json(found, format_)
    elif found:
        print_table(("page", "code", "meaning", "detail"), map(_cells, found))
    else:
        say("No issues.")


def _cells(row: "IssueRow") -> tuple[str, str, str, str]:
    return row.source_id, row.code, ISSUES.get(row.code, "unknown to this version"), row.detail
