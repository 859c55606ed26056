"""Stage 1: teaches the model to see. From the last token before the question, one linear layer tells all kinds at once, good or bad.

    python -m training.embedded.train_eye DATA OUT --minutes 30

Each view teaches every kind that it can be asked about, so that this costs a fraction of asking. Goes on from OUT/eye.pt.
"""

import random
import time

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .data import Data, Words
from .eye import OF_CHANGE, Eye, balance, loss_of, targets
from .kinds import KINDS
from .model import Dims, SmolVlm
from .stage import begin, stage_parser

BATCH = 16
RATE = 3e-4
WARM_UP = 100
DECAY = 0.05


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
    arguments = stage_parser(__doc__, minutes=30).parse_args()
    words, data = begin(arguments)
    eye = Eye(SmolVlm(Dims()))
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
