"""WHERE is it kept?"""

from musnad.store.decisions import Verdict, make_decision
from musnad.store.shapes import (
    ArticleRow,
    Counts,
    Decision,
    DecisionRow,
    IssueRow,
    PageRow,
    PageState,
    RemovedRow,
    StatementRow,
    Wanted,
)
from musnad.store.visits import Visits
from musnad.store.workspace import Workspace, open_workspace

__all__ = [
    "ArticleRow", "Counts", "Decision", "DecisionRow", "IssueRow", "PageRow", "PageState",
    "RemovedRow", "StatementRow", "Verdict", "Visits", "Wanted", "Workspace", "make_decision",
    "open_workspace",
]  # fmt: skip
