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
from .sampling import chances, draw_views

BATCH = 8
QUESTIONS = 5
RATE = 3e-4
EYE_RATE = 1e-4
WARM_UP = 50
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


def optimizer_of(model: SmolVlm, rate: float, eye_rate: float) -> torch.optim.Optimizer:
    eye = [p for name, p in model.named_parameters() if "vision_model" in name]
    rest = [p for name, p in model.named_parameters() if "vision_model" not in name]
    return torch.optim.AdamW(
        [{"params": rest, "peak": rate}, {"params": eye, "peak": eye_rate}], rate, betas=(0.9, 0.98), weight_decay=0.05
    )


def token_losses(model: SmolVlm, data: Data, words: Words, views: list[dict], branches) -> tuple[torch.Tensor, torch.Tensor]:
    """Loss of every token that is to be learnt, and which token that is."""
    packed = pack([words.prefix(view) for view in views], branches)
    x = model.embed(packed.ids, words.image, model.encode(data.frames(views)))
    hidden, _ = model.model.text_model(x, packed.positions, packed.mask)
    at = packed.targets >= 0
    wanted = packed.targets[at]
    return F.cross_entropy(model.logits(hidden[at]).float(), wanted, reduction="none"), wanted


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
    model = load_model(path if path.exists() else arguments.out / arguments.start, dims)
    optimizer = optimizer_of(model, RATE, EYE_RATE)
    views = data.split("train")
    kept = chances(views)
    ways = [words.quick] if arguments.arm == "answers" else [words.quick, words.reasoned]
    start = told = time.time()
    seconds = arguments.minutes * 60
    losses: list[float] = []
    right: list[float] = []
    step = 0
    while time.time() - start < seconds:
        drawn = draw_views(views, kept, BATCH, QUESTIONS)
        branches = [[random.choice(ways)(triple) for triple in triples] for _, triples in drawn]
        share = (time.time() - start) / seconds
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * share)
        with torch.autocast("cpu", torch.bfloat16):
            each, wanted = token_losses(model, data, words, [view for view, _ in drawn], branches)
        is_answer = (wanted == words.yes[0]) | (wanted == words.no[0])
        weights = torch.where(is_answer, ANSWER_WEIGHT, 1.0)
        loss = (each * weights).sum() / weights.sum()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        right.append((each[is_answer] < np.log(2)).float().mean().item())
        if time.time() - told > 60:
            told = time.time()
            print(f"{step} {told - start:.0f} s, loss {np.mean(losses[-50:]):.3f}, answers right {np.mean(right[-50:]):.3f}", flush=True)
            checkpoint.save(path, model=model.state_dict())
    checkpoint.save(path, model=model.state_dict())


if __name__ == "__main__":
    main()
