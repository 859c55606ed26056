"""What the stages that teach words share: the loss of what is written, on what an eye that learns no more saw."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from .data import Data, Packed, Words, pack
from .eye import DEPTH
from .model import SmolVlm


def words_of(model: nn.Module) -> list[nn.Parameter]:
    """All but the eye, whose features of the pictures are read from a file."""
    return [p for name, p in model.named_parameters() if "vision_model" not in name and "connector" not in name]


@dataclass
class Read:
    """A batch of views with what is written about them."""

    losses: torch.Tensor
    """Of every token that is to be learnt."""
    tokens: torch.Tensor
    """Which token that is."""
    begins: torch.Tensor
    """Whether it is the first that is written."""
    state: torch.Tensor
    """Output of the text layer from which the eye's linear layers read."""
    packed: Packed
    features: torch.Tensor


def read_batch(model: SmolVlm, data: Data, words: Words, views: list[dict], branches) -> Read:
    packed = pack(words, views, branches)
    features = data.seen(views)
    x = model.embed(packed.ids, words.image, features)
    text = model.model.text_model
    outputs, _ = text.states(x, packed.positions, packed.mask)
    at = packed.targets >= 0
    tokens = packed.targets[at]
    losses = F.cross_entropy(model.logits(text.norm(outputs[-1][at])).float(), tokens, reduction="none")
    return Read(losses, tokens, packed.begins[at], outputs[DEPTH - 1], packed, features)
