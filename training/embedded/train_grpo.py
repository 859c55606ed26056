"""Stage 3: group relative policy optimisation (DeepSeekMath, arXiv 2402.03300) with rewards for the right answer and the form.

    python -m training.embedded.train_grpo DATA OUT --from sft-reasons.pt --name grpo --minutes 10

Our own loop: TRL's GRPOTrainer generates through transformers, one prompt a row, and would compute each view once per sample. Zero-GRPO
starts from a checkpoint that never saw a right answer (`speaks.pt`, train_speech.py), GRPO after a cold start from SFT with reasons.
"""

import copy
import re
import time

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .generate import read_view, write
from .learning import read_batch, words_of
from .rounding import rounded
from .sampling import Asked
from .stage import begin, stage_parser

GROUP = 8
PROMPTS = 6
MOST_TOKENS = 48
RATE = 5e-5
# Weight of the KL term to the frozen reference, and of the reward for the form beside that for the answer.
BETA = 0.02
FORM_REWARD = 0.3
FORM = re.compile(r"^[^<>]+</think><answer>(Yes|No)</answer><end_of_utterance>$")


def reward_of(text: str, yes: bool) -> float:
    found = FORM.match(text)
    if found is None:
        return 0.0
    return FORM_REWARD + float((found[1] == "Yes") == yes)


def main() -> None:
    parser = stage_parser(__doc__, minutes=10)
    parser.add_argument("--from", dest="start", required=True)
    parser.add_argument("--name", required=True)
    arguments = parser.parse_args()
    words, data = begin(arguments)
    path = arguments.out / f"{arguments.name}.pt"
    reference = checkpoint.load_model(arguments.out / arguments.start).eval()
    model = checkpoint.load_model(path) if path.exists() else copy.deepcopy(reference)
    learnt = words_of(model)
    optimizer = torch.optim.AdamW(learnt, RATE, betas=(0.9, 0.98), weight_decay=0)
    asked = Asked(data.split("train"))
    start = told = time.time()
    rewards_so_far: list[float] = []
    step = 0
    while time.time() - start < arguments.minutes * 60:
        drawn = asked.draw(PROMPTS, 1)
        branches, advantages = [], []
        for view, (triple,) in drawn:
            question = words.question(triple)
            with rounded(model), torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                past, count = read_view(model, data, words, view)
                written = write(model, words, past, count, question, GROUP, MOST_TOKENS, 1.0)
            rewards = np.array([reward_of(words.tokenizer.decode(w, skip_special_tokens=False), triple["yes"]) for w in written])
            rewards_so_far.append(float(rewards.mean()))
            spread = (rewards - rewards.mean()) / (rewards.std() + 1e-4)
            branches.append([(question, w) for w in written])
            advantages += [value for value, w in zip(spread, written, strict=True) for _ in w]
        seen = [view for view, _ in drawn]
        with rounded(reference), torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            frozen = -read_batch(reference, data, words, seen, branches).losses
        gain = torch.tensor(advantages, dtype=torch.float32)
        optimizer.zero_grad()
        with rounded(model):
            with torch.autocast("cpu", torch.bfloat16):
                own = -read_batch(model, data, words, seen, branches).losses
            # One step a sample, so that the ratio of policies is 1 and only its gradient counts.
            ratio = (own - own.detach()).exp()
            drift = (frozen - own).exp() - (frozen - own) - 1
            loss = -(ratio * gain - BETA * drift).mean()
            loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        step += 1
        if time.time() - told > 60:
            told = time.time()
            print(f"{step} {told - start:.0f} s, reward {np.mean(rewards_so_far[-150:]):.3f}, drift {drift.mean().item():.3f}", flush=True)
            checkpoint.save(path, model=model.state_dict())
    checkpoint.save(path, model=model.state_dict())


if __name__ == "__main__":
    main()
