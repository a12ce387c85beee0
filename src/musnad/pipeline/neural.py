"""Reading with the neural tagger of names, where it is asked for."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from musnad.errors import MusnadError
from musnad.lexicons import Lexicon, load_lexicon
from musnad.model.records import Reading, Received, SiteLines
from musnad.model.sites import NO_SITE
from musnad.pipeline.work import PageWork
from musnad.stages.read_language import NeuralTagger
from musnad.trained import trained_path

LIGHT, NEURAL = "light", "neural"
"""What the setting run.names may be, besides the path of a model."""
FILE = "names_neural.onnx"
NEEDED = ("onnxruntime", "numpy")


@dataclass(frozen=True)
class ReadNeural:
    """Reads pages with the model that lies at a path; sent to workers, it is loaded there."""

    model: str

    def __call__(
        self, received: Received, lexicon: Lexicon, site: SiteLines = NO_SITE
    ) -> tuple[Reading, ...]:
        """Gives the readings of a page."""
        from musnad.pipeline.read import read_page  # noqa: PLC0415 - slow to import

        return read_page(received, lexicon, load_neural(self.model), site)


def page_work(lexicons: tuple[str, ...], names: str) -> PageWork:
    """Gives the work of a run whose names are proposed as the setting run.names says.

    Raises M-007 when a lexicon cannot be used, and what `model_path` raises.
    """
    load_lexicon(lexicons)
    if names == LIGHT:
        return PageWork(lexicons)
    return PageWork(lexicons, ReadNeural(str(model_path(names))))


def model_path(names: str) -> Path:
    """Gives where the model lies; M-012 when a part is missing, M-005 for a path to nothing."""
    if any(find_spec(name) is None for name in NEEDED):
        raise MusnadError("M-012", "The neural tagger needs `pip install 'musnad[neural]'`.")
    path = trained_path(FILE) if names == NEURAL else Path(names)
    if path.is_file():
        return path
    if names == NEURAL:
        raise MusnadError(
            "M-012", f"{FILE} is not in this installation: see docs/neural.md for how to get it."
        )
    raise MusnadError("M-005", f"{path} is not there (setting run.names).")


@lru_cache(maxsize=1)
def load_neural(model: str) -> NeuralTagger:
    """Gives the tagger of the model at a path, loaded once in a process."""
    return NeuralTagger(Path(model).read_bytes())
