"""The encoder in torch: the lower layers of the base model, the embeddings cut, a head on top."""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from musnad.text.pieces import FILL
from neural.weights import Weights, base_weights

DROPOUT = 0.1
LINEAR = {"q": "hh", "k": "hh", "v": "hh", "ao": "hh", "fi": "ih", "fo": "hi"}
"""The linear maps of a layer by their name in the file, with their sizes: hidden, inner."""


class Layer(nn.Module):
    """One layer: attention over the pieces, then two maps, each with a norm after it."""

    def __init__(self, weights: Weights, number: int) -> None:
        super().__init__()
        shape = weights.shape
        self.heads = shape.heads
        sizes = {"h": shape.hidden, "i": shape.inner}
        for name, (out, into) in LINEAR.items():
            linear = nn.Linear(sizes[into], sizes[out])
            fill(linear, weights, f"l{number}.{name}")
            self.add_module(name, linear)
        self.aln, self.oln = (norm(weights, f"l{number}.{name}") for name in ("aln", "oln"))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Gives the states after this layer; `mask` is added to how much a piece is looked at."""
        batch, length, hidden = states.shape
        query, key, value = (
            part(states).view(batch, length, self.heads, -1).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        looks = (query @ key.transpose(2, 3)) / (hidden // self.heads) ** 0.5 + mask
        seen = self.ao((looks.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, hidden))
        states = self.aln(states + functional.dropout(seen, DROPOUT, self.training))
        mapped = self.fo(functional.gelu(self.fi(states)))
        return self.oln(states + functional.dropout(mapped, DROPOUT, self.training))


class Plan(NamedTuple):
    """How many layers the tagger has and which stay as they are; how many labels and signs."""

    labels: int
    signs: int
    layers: int = 6
    frozen: int = 2


class Tagger(nn.Module):
    """The encoder with its head: for each piece what it says as a word's first and as its last."""

    def __init__(self, kept: Sequence[int], plan: Plan) -> None:
        super().__init__()
        self.frozen = plan.frozen
        weights = base_weights()
        shape = weights.shape
        table = weights.tensor("emb.word", shape.vocabulary, shape.hidden)[list(kept)]
        places = weights.tensor("emb.pos", shape.positions, shape.hidden)
        places = places + weights.tensor("emb.type", shape.types, shape.hidden)[0]
        self.pieces = nn.Embedding.from_pretrained(torch.from_numpy(table))
        self.places = nn.Embedding.from_pretrained(torch.from_numpy(places))
        self.start = norm(weights, "emb.ln")
        self.layers = nn.ModuleList(Layer(weights, number) for number in range(plan.layers))
        self.head = nn.Linear(shape.hidden, 2 * plan.labels)
        self.signs = nn.Embedding(plan.signs, shape.hidden, padding_idx=0)
        nn.init.zeros_(self.signs.weight)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        for part in (self.pieces, self.places, self.start, *self.layers[: plan.frozen]):
            part.requires_grad_(requires_grad=False)

    def forward(self, ids: Tensor, signs: Tensor) -> Tensor:
        """Gives two scores for each label and piece; the signs join above the frozen layers."""
        places = torch.arange(ids.shape[1])
        states = self.start(self.pieces(ids) + self.places(places))
        states = functional.dropout(states, DROPOUT, self.training)
        unseen = torch.where(ids != FILL, 0.0, -1e4)[:, None, None, :]
        for number, layer in enumerate(self.layers):
            if number == self.frozen:
                states = states + self.signs(signs).sum(2)
            states = layer(states, unseen)
        return self.head(functional.dropout(states, DROPOUT, self.training))


def fill(linear: nn.Linear, weights: Weights, name: str) -> None:
    """Puts the stored weights of `name` into a linear map."""
    out, into = linear.weight.shape
    linear.weight.data = torch.from_numpy(weights.tensor(f"{name}.w", out, into))
    linear.bias.data = torch.from_numpy(weights.tensor(f"{name}.b", out))


def norm(weights: Weights, name: str) -> nn.LayerNorm:
    """Gives the layer norm stored under `name`."""
    hidden = weights.shape.hidden
    made = nn.LayerNorm(hidden, weights.shape.epsilon)
    made.weight.data = torch.from_numpy(weights.tensor(f"{name}.w", hidden))
    made.bias.data = torch.from_numpy(weights.tensor(f"{name}.b", hidden))
    return made
