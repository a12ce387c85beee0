"""A trained tagger as one ONNX file: weights in eight bits, the vocabulary and labels inside."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from musnad.text.pieces import FILL
from neural.encoder import Tagger
from neural.labels import LABELS

BLOCK = 128
"""So many weights share a scale; the values they meet are rounded by as many at a time."""
ROUND_VALUES = 4
"""The accuracy level of onnxruntime at which values are rounded to eight bits as well."""
MICROSOFT = "com.microsoft"


class Graph:
    """Collects the nodes and weights of an ONNX graph; each call gives the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def keep(self, values: np.ndarray, name: str) -> str:
        """Adds weights."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, *given: str, domain: str = "", **settings: object) -> str:
        """Adds a node with one result."""
        result = f"{kind}_{len(self.nodes)}"
        node = helper.make_node(kind, list(given), [result], result, domain=domain, **settings)
        self.nodes.append(node)
        return result

    def rows(self, values: np.ndarray, numbers: str, name: str) -> str:
        """Adds the look-up of rows kept in eight bits, each with its scale."""
        scales = np.abs(values).max(1, keepdims=True) / 127 + 1e-12
        whole = np.rint(values / scales).astype(np.int8)
        found = self.add("Gather", self.keep(whole, f"{name}.rows"), numbers)
        scale = self.add("Gather", self.keep(scales.astype(np.float32), f"{name}.scales"), numbers)
        return self.add("Mul", self.add("Cast", found, to=TensorProto.FLOAT), scale)

    def linear(self, given: str, weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        """Adds a linear map whose weights are kept in eight bits by blocks."""
        out, into = weight.shape
        blocks = weight.reshape(out, into // BLOCK, BLOCK)
        scales = np.abs(blocks).max(2) / 127 + 1e-12
        whole = (np.rint(blocks / scales[..., None]) + 128).astype(np.uint8)
        parts = (
            self.keep(whole, f"{name}.blocks"),
            self.keep(scales.astype(np.float32).reshape(-1), f"{name}.scales"),
        )
        settings = {"K": into, "N": out, "bits": 8, "block_size": BLOCK}
        product = self.add(
            "MatMulNBits", given, *parts, domain=MICROSOFT, accuracy_level=ROUND_VALUES, **settings
        )
        return self.add("Add", product, self.keep(bias, f"{name}.bias"))

    def norm(self, given: str, state: Mapping[str, np.ndarray], name: str) -> str:
        """Adds a layer norm."""
        scale = self.keep(state[f"{name}.weight"], f"{name}.weight")
        bias = self.keep(state[f"{name}.bias"], f"{name}.bias")
        return self.add("LayerNormalization", given, scale, bias, axis=-1, epsilon=1e-12)


def written_model(tagger: Tagger, held: Mapping[str, str], path: Path) -> None:
    """Writes a tagger; `held` (its pieces, signs and labels) is kept in the file."""
    graph = Graph()
    state = {name: value.float().numpy() for name, value in tagger.state_dict().items()}
    whole_graph(graph, state, tagger)
    graph.nodes[-1].output[0] = "scores"
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["rows", "length"])
    signs = helper.make_tensor_value_info("signs", TensorProto.INT64, ["rows", "length", 2])
    out = helper.make_tensor_value_info(
        "scores", TensorProto.FLOAT, ["rows", "length", 2 * len(LABELS)]
    )
    made = helper.make_graph(graph.nodes, "names", [ids, signs], [out], graph.weights)
    sets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
    model = helper.make_model(made, opset_imports=sets, ir_version=9, producer_name="musnad")
    helper.set_model_props(model, dict(held))
    path.write_bytes(model.SerializeToString(deterministic=True))


def whole_graph(graph: Graph, state: Mapping[str, np.ndarray], tagger: Tagger) -> str:
    """Adds the encoder from the ids to the scores."""
    fill = graph.keep(np.array(FILL, np.int64), "fill")
    mask = graph.add("Not", graph.add("Equal", "ids", fill))
    mask = graph.add("Cast", mask, to=TensorProto.INT32)
    length = graph.add("Gather", graph.add("Shape", "ids"), graph.keep(np.array(1), "one"))
    places = graph.add(
        "Range", graph.keep(np.array(0), "zero"), length, graph.keep(np.array(1), "step")
    )
    found = graph.rows(state["pieces.weight"], "ids", "pieces")
    found = graph.add("Add", found, graph.rows(state["places.weight"], places, "places"))
    found = graph.norm(found, state, "start")
    for number in range(len(tagger.layers)):
        if number == tagger.frozen:
            signs = graph.rows(state["signs.weight"], "signs", "signs")
            summed = graph.add("ReduceSum", signs, graph.keep(np.array([2]), "axis"), keepdims=0)
            found = graph.add("Add", found, summed)
        found = layer(graph, state, found, mask, (f"layers.{number}", tagger.layers[0].heads))
    return graph.linear(found, *pair(state, "head"), "head")


def layer(
    graph: Graph, state: Mapping[str, np.ndarray], given: str, mask: str, named: tuple[str, int]
) -> str:
    """Adds one layer: attention and two maps, each with a norm after it."""
    name, heads = named
    parts = [graph.linear(given, *pair(state, f"{name}.{one}"), f"{name}.{one}") for one in "qkv"]
    seen = graph.add("MultiHeadAttention", *parts, "", mask, domain=MICROSOFT, num_heads=heads)
    seen = graph.linear(seen, *pair(state, f"{name}.ao"), f"{name}.ao")
    found = graph.norm(graph.add("Add", given, seen), state, f"{name}.aln")
    inner = graph.add("Gelu", graph.linear(found, *pair(state, f"{name}.fi"), f"{name}.fi"))
    outer = graph.linear(inner, *pair(state, f"{name}.fo"), f"{name}.fo")
    return graph.norm(graph.add("Add", found, outer), state, f"{name}.oln")


def pair(state: Mapping[str, np.ndarray], name: str) -> tuple[np.ndarray, np.ndarray]:
    """Gives weight and bias of a linear map."""
    return state[f"{name}.weight"], state[f"{name}.bias"]
