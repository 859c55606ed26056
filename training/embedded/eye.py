"""The model with an eye of its own: linear layers that tell all kinds at once, good or bad, without words.

They read what half of the text layers make of a view, since a question can only ask what stands there: a layer sees what the layers below
it wrote at earlier tokens, never what its own or a later one did. Taught at the last layer, the same knowledge is out of reach of words.
"""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .data import Packed
from .kinds import KINDS
from .model import RmsNorm, SmolVlm

# Kinds that no single frame shows.
OF_CHANGE = list(range(KINDS.index("flicker"), len(KINDS)))
OF_PICTURE = list(range(KINDS.index("flicker")))
# Text layers below the linear ones; the others are left to the words.
DEPTH = 3


@dataclass
class Seen:
    """Logits of the bad answer."""

    whole: torch.Tensor
    """[views, kinds], at the last token of each view."""
    here: torch.Tensor
    """[pictures, kinds], at the last token of each picture: whether it shows there."""
    alone: torch.Tensor
    """[pictures, kinds], from each picture without the others."""


class Eye(nn.Module):
    def __init__(self, model: SmolVlm):
        super().__init__()
        self.model = model
        self.norm = RmsNorm(model.d.hidden, model.d.rms_norm_eps)
        self.kinds = nn.Linear(model.d.hidden, len(KINDS))
        self.of_moments = nn.Linear(model.d.hidden, len(KINDS))
        self.of_pictures = nn.Linear(model.d.hidden, len(KINDS))

    def look(self, state: torch.Tensor, packed: Packed, features: torch.Tensor) -> Seen:
        """From the output of text layer DEPTH and the features of the pictures, [pictures, tokens, hidden]."""
        state = self.norm(state)
        return Seen(
            self.kinds(state[torch.arange(len(state)), packed.last_of_prefix]).float(),
            self.of_moments(state[packed.last_of_pictures]).float(),
            self.of_pictures(features.to(state.dtype).mean(1)).float(),
        )

    def forward(self, packed: Packed, features: torch.Tensor) -> Seen:
        x = self.model.embed(packed.ids, packed.image, features)
        outputs, _ = self.model.model.text_model.states(x, packed.positions, packed.mask, count=DEPTH)
        return self.look(outputs[-1], packed, features)


def targets(views: list[dict]) -> torch.Tensor:
    """[views, kinds]: 1 for bad, 0 for good, nan for open."""
    table = torch.full((len(views), len(KINDS)), float("nan"))
    for row, view in enumerate(views):
        for triple in view["triples"]:
            table[row, KINDS.index(triple["kind"])] = 0.0 if triple["good"] else 1.0
    return table


def targets_of_pictures(views: list[dict]) -> torch.Tensor:
    """The same for every picture, [pictures, kinds]: bad where the defect shows."""
    tables = []
    for view in views:
        table = torch.full((len(view["timesSeconds"]), len(KINDS)), float("nan"))
        for triple in view["triples"]:
            kind = KINDS.index(triple["kind"])
            if triple["good"]:
                table[:, kind] = 0.0
            elif triple["frames"] is None:
                table[:, kind] = 1.0
            else:
                table[:, kind] = 0.0
                table[torch.tensor(triple["frames"]) - 1, kind] = 1.0
        tables.append(table)
    return torch.cat(tables)


def balance(table: torch.Tensor) -> torch.Tensor:
    """What a bad answer weighs for each kind, so that good and bad count about the same."""
    bad, good = (table == 1).sum(0), (table == 0).sum(0)
    return (good / bad.clamp(min=1)).clamp(0.1, 10)


def loss_of(logits: torch.Tensor, table: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    known = ~table.isnan()
    per = F.binary_cross_entropy_with_logits(logits, table.nan_to_num(), pos_weight=weights, reduction="none")
    return per[known].sum() / known.sum().clamp(min=1)


class EyeLoss:
    """Of what is seen in a batch of views, with good and bad answers balanced over views that are drawn alike."""

    def __init__(self, views: list[dict]):
        self.of_views = balance(targets(views))
        self.of_pictures = balance(targets_of_pictures(views))

    def __call__(self, seen: Seen, views: list[dict]) -> torch.Tensor:
        pictures = targets_of_pictures(views)
        return (
            loss_of(seen.whole, targets(views), self.of_views)
            + loss_of(seen.here, pictures, self.of_pictures)
            + loss_of(seen.alone[:, OF_PICTURE], pictures[:, OF_PICTURE], self.of_pictures[OF_PICTURE])
        )


def balanced_accuracies(logits: torch.Tensor, table: torch.Tensor) -> dict[str, float]:
    """For each of the first kinds the mean of how often a good answer and a bad one is told; nan where one is missing."""
    said = logits > 0
    return {
        KINDS[k]: float(np.mean([(said[table[:, k] == side, k] == bool(side)).float().mean().item() for side in (0, 1)]))
        for k in range(table.shape[1])
    }
