"""A neural tagger small enough to be made in a test: every piece has its label's scores."""

from collections.abc import Mapping

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from musnad.text.pieces import SPECIAL

LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
SCORE = 8.0


def small_model(
    pieces: Mapping[str, str], signs: Mapping[str, str] | None = None, score: float = SCORE
) -> bytes:
    """Gives a model that labels pieces, and signs, as told; whatever else is O.

    `score` is how sure it is.
    """
    known = {**dict.fromkeys(SPECIAL, "O"), "▁": "O", **pieces}
    said = {"": "", **(signs or {})}
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["pieces", "ids"], ["of_pieces"]),
            helper.make_node("Gather", ["of_signs", "signs"], ["each"]),
            helper.make_node("ReduceSum", ["each", "axis"], ["summed"], keepdims=0),
            helper.make_node("Add", ["of_pieces", "summed"], ["scores"]),
        ],
        "small",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"]),
            helper.make_tensor_value_info("signs", TensorProto.INT64, ["rows", "length", 2]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, None)],
        [
            numpy_helper.from_array(table(known.values(), score), "pieces"),
            numpy_helper.from_array(table(said.values(), 3 * score), "of_signs"),
            numpy_helper.from_array(np.array([2]), "axis"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    held = {
        "pieces": "\n".join(f"{piece}\t{-len(piece)}" for piece in known),
        "signs": "\n".join(said),
        "labels": "\n".join(LABELS),
    }
    helper.set_model_props(model, held)
    return model.SerializeToString()


def table(labels, score: float) -> np.ndarray:
    """Gives the scores of each label, as a word's first piece and as its last."""
    rows = [[score * (label == one) for one in LABELS] for label in labels]
    return np.array([row + [0.0] * len(LABELS) for row in rows], np.float32)
