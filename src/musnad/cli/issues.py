"""`musnad issues`."""

from musnad.cli.options import Format, FormatOption, WorkspaceOption, opened
from musnad.cli.printing import print_json, print_table, say

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
        heads = ("page", "article", "code", "detail")
        print_table(heads, ((one.source_id, one.article_id, one.code, one.detail) for one in found))
    else:
        say("No issues.")
