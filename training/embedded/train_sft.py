"""Stage 2: supervised fine-tuning on answers alone, or on answers and reasons.

    python -m training.embedded.train_sft DATA OUT --arm answers|reasons --from eye.pt --minutes 10

Goes on from OUT/<name>.pt where that is there already.
"""

import random
import time

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .eye import balance, loss_of, targets
from .learning import optimizer_of, token_losses
from .sampling import chances, draw_views
from .stage import begin, stage_parser

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


def main() -> None:
    parser = stage_parser(__doc__, minutes=10)
    parser.add_argument("--arm", choices=["answers", "reasons"], required=True)
    parser.add_argument("--from", dest="start", default="eye.pt")
    parser.add_argument("--name")
    arguments = parser.parse_args()
    words, data = begin(arguments)
    path = arguments.out / f"{arguments.name or 'sft-' + arguments.arm}.pt"
    eye = checkpoint.load_eye(path if path.exists() else arguments.out / arguments.start)
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
        shown = [view for view, _ in drawn]
        branches = [
            [words.quick(triple) if random.random() < quick else words.reasoned(triple) for triple in triples]
            for _, triples in drawn
        ]
        share = (time.time() - start) / seconds
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * share)
        with torch.autocast("cpu", torch.bfloat16):
            each, wanted, behind = token_losses(eye.model, data, words, shown, branches)
            seen = eye.kinds(behind).float()
        is_answer = (wanted == words.yes[0]) | (wanted == words.no[0])
        weights = torch.where(is_answer, ANSWER_WEIGHT, 1.0)
        of_eye = loss_of(seen, targets(shown), weights_of_kinds)
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
