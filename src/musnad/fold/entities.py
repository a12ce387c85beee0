"""One entity, one id: in every article, stage and spelling of its name."""

from functools import lru_cache

from musnad.fold.view import fold_key
from musnad.model.ids import identity
from musnad.model.records import EntityType


@lru_cache(maxsize=8192)
def entity_id(kind: EntityType, name: str) -> str:
    """Gives the id of an entity from its type and its canonical name, whatever the spelling."""
    return identity("entity", kind, fold_key(name))
