"""Stage 2: supervised fine-tuning on answers alone, or on answers and reasons, with weights rounded as they ship.

    python -m training.embedded.train_sft DATA OUT --arm answers|reasons --from eye.pt --minutes 10

Goes on from OUT/<name>.pt where that is there already.
"""

import random
import time

import numpy as np
import torch
from torch import nn

from . import checkpoint
from .eye import EyeLoss
from .kinds import KINDS
from .learning import Guide, read_batch, words_of
from .rounding import rounded
from .sampling import Asked, only
from .stage import begin, stage_parser

BATCH = 8
QUESTIONS = 10
RATE = 4e-4
WARM_UP = 100
DECAY = 0.05
# Shares of quick questions among those with reasons, and weight of the eye's own loss, without which learning to write unlearns to see.
QUICK = 0.3
EYE_WEIGHT = 0.5
# The first token of a reason, the frames in it and the answer decide; the others follow from these.
DECISIVE_WEIGHT = 6.0


def main() -> None:
    parser = stage_parser(__doc__, minutes=10)
    parser.add_argument("--arm", choices=["answers", "reasons"], required=True)
    parser.add_argument("--from", dest="start", default="eye.pt")
    parser.add_argument("--name")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS, help="what is asked about")
    arguments = parser.parse_args()
    words, data = begin(arguments)
    path = arguments.out / f"{arguments.name or 'sft-' + arguments.arm}.pt"
    begun = path if path.exists() else arguments.out / arguments.start
    eye = checkpoint.load_eye(begun)
    guide = Guide(eye.model.d.hidden, eye.model.d.rms_norm_eps)
    if "guide" in (state := checkpoint.load(begun)):
        guide.load_state_dict(state["guide"])
    learnt = [*words_of(eye), *guide.parameters()]
    optimizer = torch.optim.AdamW(learnt, RATE, betas=(0.9, 0.98), weight_decay=DECAY)
    asked = Asked(only(data.split("train"), arguments.kinds))
    loss_of_eye = EyeLoss(asked.views.draw(4000))
    quick = 1.0 if arguments.arm == "answers" else QUICK
    start = told = time.time()
    seconds = arguments.minutes * 60
    losses: list[float] = []
    guides: list[float] = []
    right: list[float] = []
    step = 0
    while time.time() - start < seconds:
        drawn = asked.draw(BATCH, QUESTIONS)
        shown = [view for view, _ in drawn]
        branches = [
            [words.quick(triple) if random.random() < quick else words.reasoned(triple) for triple in triples]
            for _, triples in drawn
        ]
        share = (time.time() - start) / seconds
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / WARM_UP) * (1 - 0.95 * share)
        optimizer.zero_grad()
        with rounded(eye.model):
            with torch.autocast("cpu", torch.bfloat16):
                text = read_batch(eye.model, data, words, shown, branches)
                seen = eye.look(text.state, text.packed, text.features)
                guided = guide.loss(text, shown, [triples for _, triples in drawn], loss_of_eye.of_views)
            weights = torch.where(text.begins | torch.isin(text.tokens, words.decisive), DECISIVE_WEIGHT, 1.0)
            of_eye = loss_of_eye(seen, shown)
            loss = (text.losses * weights).sum() / weights.sum() + EYE_WEIGHT * of_eye + guided
            loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        guides.append(guided.item())
        # The first word tells good from bad, and nothing that is read before it gives it away. One of up to two likely words is drawn.
        right.append((text.losses[text.begins] < np.log(1 / 0.4)).float().mean().item())
        if time.time() - told > 60:
            told = time.time()
            print(f"{step} {told - start:.0f} s, loss {np.mean(losses[-50:]):.3f}, of the eye {of_eye.item():.2f}, of the guide {np.mean(guides[-50:]):.2f}, first words likely {np.mean(right[-50:]):.3f}", flush=True)
            checkpoint.save(path, eye=eye.state_dict(), guide=guide.state_dict())
    checkpoint.save(path, eye=eye.state_dict(), guide=guide.state_dict())


if __name__ == "__main__":
    main()
