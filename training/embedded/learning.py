"""What the stages that teach words share: the loss of what is written, on what an eye that learns no more saw."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

from .data import Data, Packed, Words, pack
from .eye import DEPTH, loss_of, targets
from .kinds import KINDS
from .model import RmsNorm, SmolVlm


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
    behind: torch.Tensor
    """Output of the next layer at the last token before what is written, [branches, hidden], and the view of each, [branches]."""
    rows: torch.Tensor
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
    rows, columns = packed.begins.nonzero(as_tuple=True)
    behind = outputs[DEPTH][rows, columns]
    return Read(losses, tokens, packed.begins[at], outputs[DEPTH - 1], behind, rows, packed, features)


class Guide(nn.Module):
    """Linear layers that ask of the last token of a question what was seen of the view, of all kinds, and what the question is.

    Both have to be there before the next layers can answer; the answer alone, one bit a question, teaches neither in an hour.
    """

    def __init__(self, hidden: int, eps: float):
        super().__init__()
        self.norm = RmsNorm(hidden, eps)
        self.seen = nn.Linear(hidden, len(KINDS))
        self.asked = nn.Linear(hidden, 2 * len(KINDS))

    def loss(self, text: Read, views: list[dict], asked: list[list[dict]], weights: torch.Tensor) -> torch.Tensor:
        """@asked triples of each view, in the order of its branches; @weights of bad answers."""
        state = self.norm(text.behind)
        seen = loss_of(self.seen(state).float(), targets(views)[text.rows], weights)
        questions = [2 * KINDS.index(t["kind"]) + (t["yes"] == t["good"]) for triples in asked for t in triples]
        return seen + F.cross_entropy(self.asked(state).float(), torch.tensor(questions))
