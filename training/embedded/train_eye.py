"""Stage 1: teaches the model to see, without words: linear layers tell all kinds at once, good or bad, of views and of their pictures.

    python -m training.embedded.train_eye DATA OUT --minutes 30

Each view teaches every kind that it can be asked about, so that this costs a fraction of asking. Goes on from OUT/eye.pt.
"""

import random
import time

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .data import Data, Words, pack
from .eye import Eye, EyeLoss, balanced_accuracies, targets, targets_of_pictures
from .model import Dims, SmolVlm
from .stage import begin, stage_parser

BATCH = 16
RATE = 4e-4
WARM_UP = 100
DECAY = 0.05
CHECKED = 240


@torch.no_grad()
def check(eye: Eye, data: Data, words: Words, views: list[dict]) -> str:
    """Balanced accuracies on views, and on their pictures."""
    whole, here = [], []
    for start in range(0, len(views), BATCH):
        batch = views[start : start + BATCH]
        with torch.autocast("cpu", torch.bfloat16):
            seen = eye(pack(words, batch), eye.model.encode(data.frames(batch)))
        whole.append(seen.whole)
        here.append(seen.here)
    of_views = balanced_accuracies(torch.cat(whole), targets(views))
    of_pictures = balanced_accuracies(torch.cat(here), targets_of_pictures(views))
    each = " ".join(f"{kind[:7]} {100 * value:.0f}/{100 * of_pictures[kind]:.0f}" for kind, value in of_views.items())
    return f"{np.nanmean(list(of_views.values())):.3f} | {each}"


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
    loss_of_batch = EyeLoss(views)
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
            seen = eye(pack(words, batch), eye.model.encode(data.frames(batch)))
        loss = loss_of_batch(seen, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(eye.parameters(), 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        if time.time() - told > 120:
            told = time.time()
            said = check(eye, data, words, random.sample(checked, min(CHECKED, len(checked))))
            print(f"{step} {told - start:.0f} s, loss {np.mean(losses[-100:]):.3f} | {said}", flush=True)
            checkpoint.save(path, eye=eye.state_dict(), optimizer=optimizer.state_dict(), step=step)
    checkpoint.save(path, eye=eye.state_dict(), optimizer=optimizer.state_dict(), step=step)


if __name__ == "__main__":
    main()
