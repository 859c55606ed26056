"""Stage 3: group relative policy optimisation (DeepSeekMath, arXiv 2402.03300) with rewards for the right answer and the form.

    python -m training.embedded.train_grpo DATA OUT --from sft-reasons.pt --name grpo --minutes 10

Our own loop: TRL's GRPOTrainer generates through transformers, one prompt a row, and would compute each view once per sample. Zero-GRPO
starts from a checkpoint that never saw a right answer (`speaks.pt`, train_speech.py), GRPO after a cold start from SFT with reasons.
"""

import argparse
import copy
import random
import re
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import checkpoint
from .data import Data, Words, pack
from .generate import read_view, write
from .model import Dims, SmolVlm
from .sampling import chances, draw_views
from .train_sft import load_model, optimizer_of

GROUP = 8
PROMPTS = 6
MOST_TOKENS = 48
RATE = 5e-5
EYE_RATE = 1e-5
# Weight of the KL term to the frozen reference, and of the reward for the form beside that for the answer.
BETA = 0.02
FORM_REWARD = 0.3
FORM = re.compile(r"^[^<>]+</think><answer>(Yes|No)</answer><end_of_utterance>$")


def reward_of(text: str, yes: bool) -> float:
    found = FORM.match(text)
    if found is None:
        return 0.0
    return FORM_REWARD + float((found[1] == "Yes") == yes)


def log_probabilities(model: SmolVlm, words: Words, data: Data, views: list[dict], branches):
    """Of every written token, with the number of the branch that it stands in."""
    packed = pack([words.prefix(view) for view in views], branches)
    x = model.embed(packed.ids, words.image, model.encode(data.frames(views)))
    hidden, _ = model.model.text_model(x, packed.positions, packed.mask)
    at = packed.targets >= 0
    logits = model.logits(hidden[at]).float()
    return -F.cross_entropy(logits, packed.targets[at], reduction="none")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="start", required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)

    dims = Dims()
    words = Words(arguments.out / "tokenizer.json", dims)
    data = Data(arguments.data, dims)
    path = arguments.out / f"{arguments.name}.pt"
    reference = load_model(arguments.out / arguments.start, dims).eval()
    model = load_model(path, dims) if path.exists() else copy.deepcopy(reference)
    optimizer = optimizer_of(model, RATE, EYE_RATE)
    views = data.split("train")
    kept = chances(views)
    start = told = time.time()
    rewards_so_far: list[float] = []
    step = 0
    while time.time() - start < arguments.minutes * 60:
        drawn = draw_views(views, kept, PROMPTS, 1)
        branches, advantages = [], []
        for view, (triple,) in drawn:
            question = words.question(triple)
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                past, count = read_view(model, data, words, view)
                written = write(model, words, past, count, question, GROUP, MOST_TOKENS, 1.0)
            rewards = np.array([reward_of(words.tokenizer.decode(w, skip_special_tokens=False), triple["yes"]) for w in written])
            rewards_so_far.append(float(rewards.mean()))
            spread = (rewards - rewards.mean()) / (rewards.std() + 1e-4)
            branches.append([(question, w) for w in written])
            advantages += [value for value, w in zip(spread, written, strict=True) for _ in w]
        seen = [view for view, _ in drawn]
        with torch.autocast("cpu", torch.bfloat16):
            own = log_probabilities(model, words, data, seen, branches)
            with torch.no_grad():
                frozen = log_probabilities(reference, words, data, seen, branches)
        gain = torch.tensor(advantages, dtype=torch.float32)
        # One step a sample, so that the ratio of policies is 1 and only its gradient counts.
        ratio = (own - own.detach()).exp()
        drift = (frozen - own).exp() - (frozen - own) - 1
        loss = -(ratio * gain - BETA * drift).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"]
        optimizer.step()
        step += 1
        if time.time() - told > 60:
            told = time.time()
            print(f"{step} {told - start:.0f} s, reward {np.mean(rewards_so_far[-150:]):.3f}, drift {drift.mean().item():.3f}", flush=True)
            checkpoint.save(path, model=model.state_dict())
    checkpoint.save(path, model=model.state_dict())


if __name__ == "__main__":
    main()
