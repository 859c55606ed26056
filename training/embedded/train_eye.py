"""Stage 1: teaches the model to see. From the last token before the question, one linear layer tells all kinds at once, good or bad.

    python -m training.embedded.train_eye DATA OUT --minutes 30

Each view teaches every kind that it can be asked about, so that this costs a fraction of asking. Goes on from OUT/eye.pt.
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
from .kinds import KINDS
from .model import Dims, SmolVlm

BATCH = 16
RATE = 3e-4
WARM_UP = 100
DECAY = 0.05
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


@torch.no_grad()
def balanced_accuracies(eye: Eye, data: Data, words: Words, views: list[dict]) -> dict[str, float]:
    logits, table = [], targets(views)
    for start in range(0, len(views), BATCH):
        with torch.autocast("cpu", torch.bfloat16):
            logits.append(eye(data, words, views[start : start + BATCH])[0])
    said = torch.cat(logits) > 0
    found = {}
    for k, kind in enumerate(KINDS):
        sides = [(said[table[:, k] == side, k] == bool(side)).float().mean().item() for side in (0, 1)]
        found[kind] = float(np.mean(sides))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)

    dims = Dims()
    words = Words(arguments.out / "tokenizer.json", dims)
    data = Data(arguments.data, dims)
    eye = Eye(SmolVlm(dims))
    optimizer = torch.optim.AdamW(eye.parameters(), RATE, betas=(0.9, 0.98), weight_decay=DECAY)
    path = arguments.out / "eye.pt"
    step = 0
    if path.exists():
        state = checkpoint.load(path)
        eye.load_state_dict(state["eye"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    views, checked = data.split("train"), data.split("validation")
    weights = balance(targets(views))
    print(f"{sum(p.numel() for p in eye.model.parameters()):,} parameters, {len(views)} views, {len(checked)} to check", flush=True)
    start = told = time.time()
    seconds = arguments.minutes * 60
    losses: list[float] = []
    while time.time() - start < seconds:
        batch = random.sample(views, BATCH)
        share = (time.time() - start) / seconds
        rate = RATE * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * share)
        for group in optimizer.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", torch.bfloat16):
            whole, worst = eye(data, words, batch)
        wanted = targets(batch)
        of_picture = wanted.clone()
        of_picture[:, OF_CHANGE] = float("nan")
        loss = loss_of(whole, wanted, weights) + loss_of(worst, of_picture, weights)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(eye.parameters(), 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        if time.time() - told > 120:
            told = time.time()
            sample = random.sample(checked, min(200, len(checked)))
            found = balanced_accuracies(eye, data, words, sample)
            said = " ".join(f"{kind[:7]} {100 * value:.0f}" for kind, value in found.items())
            print(f"{step} {told - start:.0f} s, loss {np.mean(losses[-100:]):.3f} | {np.nanmean(list(found.values())):.3f} | {said}", flush=True)
            checkpoint.save(path, eye=eye.state_dict(), optimizer=optimizer.state_dict(), step=step)
    checkpoint.save(path, eye=eye.state_dict(), optimizer=optimizer.state_dict(), step=step)


if __name__ == "__main__":
    main()
