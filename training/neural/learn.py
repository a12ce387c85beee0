"""The loop of training, and what a trained tagger says of sentences."""

import random
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from neural.encoder import Tagger
from neural.examples import Batch, Example, batch, batches

PIECES_A_BATCH = 1000
PIECES_TO_READ = 6000
HEAD_RATE = 1e-3
AVERAGED_SHARE = 0.3
"""The last share of the steps whose weights are averaged."""

Epoch = Callable[[random.Random], Sequence[Example]]


class Course(NamedTuple):
    """What is learnt in each epoch, how fast, with which seed."""

    epochs: Sequence[Epoch]
    rate: float = 2e-4
    seed: int = 1
    warm_up: int = 100


def learn(tagger: Tagger, course: Course) -> None:
    """Trains a tagger; its weights of the last steps are averaged."""
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)
    started = time.time()
    plans = []
    for epoch in course.epochs:
        examples = epoch(chance)
        plans.append((examples, list(batches(examples, PIECES_A_BATCH, chance))))
    steps = sum(len(plan) for _, plan in plans)
    optimiser = made_optimiser(tagger, course.rate)
    average = Average(tagger)
    done = 0
    for number, (examples, plan) in enumerate(plans):
        lost = 0.0
        tagger.train()
        for numbers in plan:
            set_rate(optimiser, min(1.0, (done + 1) / course.warm_up) * (1 - done / steps))
            lost += step(tagger, batch([examples[one] for one in numbers]), optimiser)
            done += 1
            if done > steps * (1 - AVERAGED_SHARE) and done % 5 == 0:
                average.take()
        spent = time.time() - started
        print(f"epoch {number + 1}: loss {lost / len(plan):.4f}, {spent:.0f} s", flush=True)
    average.put()


class Average:
    """The mean of a tagger's weights over the steps at which it is taken."""

    def __init__(self, tagger: Tagger) -> None:
        self.parameters = [each for each in tagger.parameters() if each.requires_grad]
        self.sums = [torch.zeros_like(each) for each in self.parameters]
        self.count = 0

    @torch.no_grad()
    def take(self) -> None:
        """Adds the weights as they are now."""
        self.count += 1
        for total, each in zip(self.sums, self.parameters, strict=True):
            total.add_(each)

    @torch.no_grad()
    def put(self) -> None:
        """Gives the tagger the mean weights."""
        for total, each in zip(self.sums, self.parameters, strict=True):
            each.copy_(total / max(1, self.count))


def made_optimiser(tagger: Tagger, rate: float) -> torch.optim.AdamW:
    """Gives the optimiser: the head learns faster than the layers."""
    head = list(tagger.head.parameters())
    head += list(tagger.signs.parameters())
    body = [each for each in tagger.layers.parameters() if each.requires_grad]
    groups = [{"params": head, "base": HEAD_RATE}, {"params": body, "base": rate}]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)


def set_rate(optimiser: torch.optim.Optimizer, share: float) -> None:
    """Sets the rate of every group to a share of its base."""
    for group in optimiser.param_groups:
        group["lr"] = group["base"] * share


def step(tagger: Tagger, given: Batch, optimiser: torch.optim.Optimizer) -> float:
    """Learns from one batch; gives its loss."""
    logs = word_scores(tagger, given).log_softmax(-1)
    each = -(given.shares * logs).sum(-1)
    loss = (each * given.weights).sum() / given.weights.sum().clamp(min=1.0)
    optimiser.zero_grad()
    loss.backward()
    for group in optimiser.param_groups:
        torch.nn.utils.clip_grad_norm_(group["params"], 1.0)
    optimiser.step()
    return float(loss.detach())


def word_scores(tagger: Tagger, given: Batch) -> Tensor:
    """Gives the scores of the labels for each word of a batch."""
    with torch.autocast("cpu", torch.bfloat16):
        scores = tagger(given.ids, given.signs)
    first, last = scores.float().chunk(2, -1)
    return first[given.rows, given.first] + last[given.rows, given.last]


@torch.no_grad()
def probabilities(taggers: Iterable[Tagger], examples: Sequence[Example]) -> list[Tensor]:
    """Gives for each example the mean probability of each label for each of its words."""
    found: list[Tensor] = [torch.zeros(0)] * len(examples)
    taggers = list(taggers)
    for tagger in taggers:
        tagger.eval()
    for numbers in batches(examples, PIECES_TO_READ):
        given = batch([examples[one] for one in numbers])
        read = torch.stack([word_scores(one, given).softmax(-1) for one in taggers]).mean(0)
        sizes = [len(examples[one].first) for one in numbers]
        for one, part in zip(numbers, read.split(sizes), strict=True):
            found[one] = part
    return found
