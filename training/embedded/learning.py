"""What the stages that teach words share: the loss of what is written, and how fast each part learns."""

import torch
import torch.nn.functional as F
from torch import nn

from .data import Data, Words, pack
from .model import SmolVlm


def optimizer_of(model: nn.Module, rate: float, eye_rate: float) -> torch.optim.Optimizer:
    eye = [p for name, p in model.named_parameters() if "vision_model" in name]
    rest = [p for name, p in model.named_parameters() if "vision_model" not in name]
    groups = [{"params": part, "lr": peak, "peak": peak} for part, peak in ((rest, rate), (eye, eye_rate))]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.05)


def token_losses(
    model: SmolVlm, data: Data, words: Words, views: list[dict], branches
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Loss of every token that is to be learnt, which token that is, and the hidden state behind each view, [views, hidden]."""
    packed = pack([words.prefix(view) for view in views], branches)
    x = model.embed(packed.ids, words.image, model.encode(data.frames(views)))
    hidden, _ = model.model.text_model(x, packed.positions, packed.mask)
    at = packed.targets >= 0
    wanted = packed.targets[at]
    behind = hidden[torch.arange(len(views)), packed.last_of_prefix]
    return F.cross_entropy(model.logits(hidden[at]).float(), wanted, reduction="none"), wanted, behind
