"""Stage 2: supervised fine-tuning on answers alone, or on answers and reasons.

    python -m training.embedded.train_sft DATA OUT --arm answers|reasons --from eye.pt --minutes 10

Goes on from OUT/<name>.pt where that is there already.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import checkpoint
from .data import Data, Words, pack
from .model import Dims, SmolVlm
from .train_eye import Eye, balance, loss_of, targets
from .sampling import chances, draw_views

BATCH = 8
QUESTIONS = 10
RATE = 3e-4
EYE_RATE = 1e-4
WARM_UP = 100
# Shares of quick questions among those with reasons, and weight of the eye's own loss, without which learning to write unlearns to see.
QUICK = 0.3
EYE_WEIGHT = 1.0
# An answer is one token among twenty of its reason, and what counts.
ANSWER_WEIGHT = 6.0


def load_model(path: Path, dims: Dims) -> SmolVlm:
    """The model of a checkpoint of either stage."""
    state = checkpoint.load(path)
    model = SmolVlm(dims)
    if "eye" in state:
        prefix = "model."
        model.load_state_dict({k[len(prefix) :]: v for k, v in state["eye"].items() if k.startswith(prefix)})
    else:
        model.load_state_dict(state["model"])
    return model


def optimizer_of(model: nn.Module, rate: float, eye_rate: float) -> torch.optim.Optimizer:
    eye = [p for name, p in model.named_parameters() if "vision_model" in name]
    rest = [p for name, p in model.named_parameters() if "vision_model" not in name]
    return torch.optim.AdamW(
        [{"params": rest, "peak": rate}, {"params": eye, "peak": eye_rate}], rate, betas=(0.9, 0.98), weight_decay=0.05
    )


def load_eye(path: Path, dims: Dims) -> Eye:
    """The model of a checkpoint with the eye's linear layer, which later stages keep."""
    state = checkpoint.load(path)
    eye = Eye(SmolVlm(dims))
    eye.load_state_dict(state["eye"])
    return eye


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--arm", choices=["answers", "reasons"], required=True)
    parser.add_argument("--from", dest="start", default="eye.pt")
    parser.add_argument("--name")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)

    dims = Dims()
    words = Words(arguments.out / "tokenizer.json", dims)
    data = Data(arguments.data, dims)
    path = arguments.out / f"{arguments.name or 'sft-' + arguments.arm}.pt"
    eye = load_eye(path if path.exists() else arguments.out / arguments.start, dims)
    model = eye.model
    optimizer = optimizer_of(eye, RATE, EYE_RATE)
    views = data.split("train")
    kept = chances(views)
    weights_of_kinds = balance(targets(views))
    quick = 1.0 if arguments.arm == "answers" else QUICK
    start = told = time.time()
    seconds = arguments.minutes * 60
    losses: list[float] = []
    right: list[float] = []
    step = 0
    while time.time() - start < seconds:
        drawn = draw_views(views, kept, BATCH, QUESTIONS)
        branches = [
            [words.quick(triple) if random.random() < quick else words.reasoned(triple) for triple in triples]
            for _, triples in drawn
        ]
        share = (time.time() - start) / seconds
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * share)
        with torch.autocast("cpu", torch.bfloat16):
            each, wanted, behind = token_losses(model, data, words, [view for view, _ in drawn], branches)
            seen = eye.kinds(behind).float()
        is_answer = (wanted == words.yes[0]) | (wanted == words.no[0])
        weights = torch.where(is_answer, ANSWER_WEIGHT, 1.0)
        of_eye = loss_of(seen, targets([view for view, _ in drawn]), weights_of_kinds)
        loss = (each * weights).sum() / weights.sum() + EYE_WEIGHT * of_eye
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(eye.parameters(), 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        right.append((each[is_answer] < np.log(2)).float().mean().item())
        if time.time() - told > 60:
            told = time.time()
            print(f"{step} {told - start:.0f} s, loss {np.mean(losses[-50:]):.3f}, of the eye {of_eye.item():.2f}, answers right {np.mean(right[-50:]):.3f}", flush=True)
            checkpoint.save(path, eye=eye.state_dict())
    checkpoint.save(path, eye=eye.state_dict())


if __name__ == "__main__":
    main()
