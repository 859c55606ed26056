"""The model with an eye of its own: linear layers that tell all kinds at once, good or bad, without words."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from .data import Data, Words, pack
from .kinds import KINDS
from .model import SmolVlm

# Kinds that no single frame shows.
OF_CHANGE = list(range(KINDS.index("flicker"), len(KINDS)))


class Eye(nn.Module):
    """The model and two linear layers that tell all kinds: one behind the view, one behind each frame."""

    def __init__(self, model: SmolVlm):
        super().__init__()
        self.model = model
        self.kinds = nn.Linear(model.d.hidden, len(KINDS))
        self.of_frames = nn.Linear(model.d.hidden, len(KINDS))

    def forward(self, data: Data, words: Words, views: list[dict]) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of the bad answer, [views, kinds]: from what was read of the view, and from its worst frames alone."""
        packed = pack([words.prefix(view) for view in views], [[] for _ in views])
        features = self.model.encode(data.frames(views))
        single = self.of_frames(features.mean(1)).float().split([len(view["timesSeconds"]) for view in views])
        # A soft maximum: a picture that is bad for a while makes the view bad.
        worst = torch.stack([each.logsumexp(0) - np.log(len(each)) for each in single])
        x = self.model.embed(packed.ids, words.image, features)
        hidden, _ = self.model.model.text_model(x, packed.positions, packed.mask)
        return self.kinds(hidden[torch.arange(len(views)), packed.last_of_prefix]).float(), worst


def targets(views: list[dict]) -> torch.Tensor:
    """1 for bad, 0 for good, nan for open."""
    table = torch.full((len(views), len(KINDS)), float("nan"))
    for row, view in enumerate(views):
        for triple in view["triples"]:
            table[row, KINDS.index(triple["kind"])] = 0.0 if triple["good"] else 1.0
    return table


def balance(table: torch.Tensor) -> torch.Tensor:
    """What a bad answer weighs for each kind, so that good and bad count about the same."""
    bad, good = (table == 1).sum(0), (table == 0).sum(0)
    return (good / bad.clamp(min=1)).clamp(0.1, 10)


def loss_of(logits: torch.Tensor, table: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    known = ~table.isnan()
    per = F.binary_cross_entropy_with_logits(logits, table.nan_to_num(), pos_weight=weights, reduction="none")
    return per[known].mean()
