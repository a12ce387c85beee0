"""All articles that changed, compared once and kept until something is written."""

from weakref import WeakKeyDictionary

from musnad.model.changes import ArticleVersions
from musnad.pipeline.versions import all_versions
from musnad.store import Workspace

Found = tuple[ArticleVersions, ...]
_kept: "WeakKeyDictionary[Workspace, tuple[object, Found]]" = WeakKeyDictionary()


def changed_articles(workspace: Workspace) -> Found:
    """Gives what `all_versions` gives; it takes seconds where thousands of pages changed."""
    stamp = workspace.stamp()
    kept = _kept.get(workspace)
    if kept is None or kept[0] != stamp:
        kept = _kept[workspace] = (stamp, tuple(all_versions(workspace)))
    return kept[1]
