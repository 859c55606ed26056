"""Gives a checkpoint that speaks in the form of the protocol but knows nothing: reasons and answers drawn at random, the eye left alone.

    python -m training.embedded.train_speech DATA OUT --from eye.pt --minutes 6

Zero-GRPO needs a model that can write before it is rewarded; the paper's begins from one that was tuned to follow instructions.
"""

import random
import time

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .learning import read_batch
from .rounding import rounded
from .stage import begin, stage_parser
from .train_sft import BATCH, QUESTIONS, RATE


def main() -> None:
    parser = stage_parser(__doc__, minutes=6)
    parser.add_argument("--from", dest="start", default="eye.pt")
    arguments = parser.parse_args()
    words, data = begin(arguments)
    model = checkpoint.load_model(arguments.out / arguments.start)
    parameters = [p for name, p in model.named_parameters() if "text_model" in name]
    optimizer = torch.optim.AdamW(parameters, RATE)
    views = data.split("train")
    start = told = time.time()
    losses: list[float] = []
    while time.time() - start < arguments.minutes * 60:
        seen = random.sample(views, BATCH)
        branches = []
        for view in seen:
            own = random.sample(view["triples"], min(QUESTIONS, len(view["triples"])))
            spoken = [random.choice(random.choice(views)["triples"]) for _ in own]
            branches.append(
                [
                    words.reasoned({**triple, "reason": other["reason"], "yes": random.random() < 0.5})
                    for triple, other in zip(own, spoken, strict=True)
                ]
            )
        optimizer.zero_grad()
        with rounded(model):
            with torch.autocast("cpu", torch.bfloat16):
                loss = read_batch(model, data, words, seen, branches).losses.mean()
            loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        losses.append(loss.item())
        if time.time() - told > 60:
            told = time.time()
            print(f"{len(losses)} {told - start:.0f} s, loss {np.mean(losses[-50:]):.3f}", flush=True)
    checkpoint.save(arguments.out / "speaks.pt", model=model.state_dict())


if __name__ == "__main__":
    main()
