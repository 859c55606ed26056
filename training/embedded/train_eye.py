"""Stage 1: teaches the model to see, without words: linear layers tell all kinds at once, good or bad, of views and of their pictures.

    python -m training.embedded.train_eye DATA OUT --pictures-minutes 10 --minutes 30

First the vision encoder alone learns what one picture shows, ten times as many pictures a minute as in views; then the whole learns
views. Each view teaches every kind that it can be asked about, so that this costs a fraction of asking. Goes on from OUT/eye.pt.
"""

import random
import time
from collections import defaultdict

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .data import Data, Words, pack
from .eye import OF_PICTURE, Eye, EyeLoss, balanced_accuracies, loss_of, targets, targets_of_pictures
from .model import Dims, SmolVlm
from .sampling import Sides
from .stage import begin, stage_parser

BATCH = 16
RATE = 3e-4
VISION_RATE = 1e-4
WARM_UP = 100
DECAY = 0.05
CHECKED = 320
# Pictures of each kind and side in a batch, and at which rate they are learnt.
PER_SIDE = 8
PICTURE_RATE = 3e-4


class Pictures:
    """Single pictures, drawn so that each kind that one shows is as often bad as good."""

    def __init__(self, data: Data, views: list[dict]):
        self.data = data
        self.sides: dict[tuple[int, int], list[tuple[dict, int, torch.Tensor]]] = defaultdict(list)
        for view in views:
            for row, answers in enumerate(targets_of_pictures([view])[:, OF_PICTURE]):
                for kind in OF_PICTURE:
                    if not answers[kind].isnan():
                        self.sides[kind, int(answers[kind])].append((view, row, answers))

    def draw(self, per_side: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Pictures [n, side, side, 3], and what is bad of them, [n, kinds]."""
        drawn = [one for own in self.sides.values() for one in random.choices(own, k=per_side)]
        pictures = np.stack([self.data.parts[view["part"]][view["first"] + row] for view, row, _ in drawn])
        return torch.from_numpy(pictures), torch.stack([answers for _, _, answers in drawn])


def learn_pictures(eye: Eye, data: Data, minutes: float) -> None:
    source, checked = Pictures(data, data.split("train")), Pictures(data, data.split("validation"))
    learnt = [p for name, p in eye.named_parameters() if any(part in name for part in ("vision_model", "connector", "of_pictures"))]
    optimizer = torch.optim.AdamW(learnt, PICTURE_RATE, betas=(0.9, 0.98), weight_decay=DECAY)
    batches = [checked.draw(PER_SIDE) for _ in range(6)]
    even = torch.ones(len(OF_PICTURE))

    def tell(pictures: torch.Tensor) -> torch.Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            return eye.of_pictures(eye.model.encode(pictures).mean(1))[:, OF_PICTURE].float()

    start = told = time.time()
    step = 0
    while time.time() - start < minutes * 60:
        pictures, wanted = source.draw(PER_SIDE)
        if random.random() < 0.5:
            pictures = pictures.flip(2)
        share = (time.time() - start) / (minutes * 60)
        for group in optimizer.param_groups:
            group["lr"] = PICTURE_RATE * min(1, (step + 1) / WARM_UP) * (1 - 0.9 * share)
        loss = loss_of(tell(pictures), wanted, even)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        step += 1
        if time.time() - told > 60:
            told = time.time()
            with torch.no_grad():
                logits = torch.cat([tell(pictures) for pictures, _ in batches])
            found = balanced_accuracies(logits, torch.cat([wanted for _, wanted in batches]))
            said = " ".join(f"{kind} {100 * value:.0f}" for kind, value in found.items())
            print(f"pictures: {step} {told - start:.0f} s, loss {loss.item():.3f} | {said}", flush=True)


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
    parser = stage_parser(__doc__, minutes=30)
    parser.add_argument("--pictures-minutes", type=float, default=10)
    arguments = parser.parse_args()
    words, data = begin(arguments)
    eye = Eye(SmolVlm(Dims()))
    path = arguments.out / "eye.pt"
    if path.exists():
        eye.load_state_dict(checkpoint.load(path)["eye"])
    elif arguments.pictures_minutes > 0:
        learn_pictures(eye, data, arguments.pictures_minutes)
        checkpoint.save(path, eye=eye.state_dict())
    vision = [p for name, p in eye.named_parameters() if "vision_model" in name]
    rest = [p for name, p in eye.named_parameters() if "vision_model" not in name]
    groups = [{"params": rest, "peak": RATE}, {"params": vision, "peak": VISION_RATE}]
    optimizer = torch.optim.AdamW(groups, RATE, betas=(0.9, 0.98), weight_decay=DECAY)
    views, checked = Sides(data.split("train")), Sides(data.split("validation")).draw(CHECKED)
    loss_of_batch = EyeLoss(views.draw(4000))
    print(f"{sum(p.numel() for p in eye.model.parameters()):,} parameters, {len(data.split('train'))} views", flush=True)
    start = told = time.time()
    seconds = arguments.minutes * 60
    losses: list[float] = []
    step = 0
    while time.time() - start < seconds:
        batch = views.draw(BATCH)
        share = (time.time() - start) / seconds
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * share)
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
            print(f"{step} {told - start:.0f} s, loss {np.mean(losses[-100:]):.3f} | {check(eye, data, words, checked)}", flush=True)
            checkpoint.save(path, eye=eye.state_dict())
    checkpoint.save(path, eye=eye.state_dict())


if __name__ == "__main__":
    main()
