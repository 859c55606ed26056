"""Gives a checkpoint that speaks in the form of the protocol but knows nothing: reasons and answers drawn at random, the eye left alone.

    python -m training.embedded.train_speech DATA OUT --from eye.pt --minutes 2

Zero-GRPO needs a model that can write before it is rewarded; the paper's begins from one that was tuned to follow instructions.
"""

import argparse
import random
import time
from pathlib import Path

import torch
from torch import nn

from . import checkpoint
from .data import Data, Words
from .model import Dims
from .train_sft import BATCH, QUESTIONS, RATE, load_model, token_losses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="start", default="eye.pt")
    parser.add_argument("--minutes", type=float, default=2)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)
    dims = Dims()
    words = Words(arguments.out / "tokenizer.json", dims)
    data = Data(arguments.data, dims)
    model = load_model(arguments.out / arguments.start, dims)
    parameters = [p for name, p in model.named_parameters() if "text_model" in name]
    optimizer = torch.optim.AdamW(parameters, RATE)
    views = data.split("train")
    start = time.time()
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
        with torch.autocast("cpu", torch.bfloat16):
            each, _, _ = token_losses(model, data, words, seen, branches)
        optimizer.zero_grad()
        each.mean().backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
    checkpoint.save(arguments.out / "speaks.pt", model=model.state_dict())


if __name__ == "__main__":
    main()
