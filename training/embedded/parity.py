"""What PyTorch says of 200 items in the precision that ships, for the browser to be held against, and how near ONNX Runtime comes.

    python -m training.embedded.parity DATA OUT grpo public/models/loupe-small test/fixtures/reference/loupe-small.json

Items are questions of the data about views of synthetic frames, which any language draws to the byte; answered at once, and behind a
reason. Everything in 32-bit floats but for the rounded weights.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

from .checkpoint import load_model
from .data import ANSWER, END_OF_THOUGHT, LEAD, TAIL, THINK, Words
from .evaluate import logit_of
from .generate import extend
from .model import Dims, SmolVlm
from .rounding import rounded

sys.path.insert(0, str(Path(__file__).parents[1] / "reference"))
from onnx_checkpoint import OnnxCheckpoint  # noqa: E402
from synthetic_frames import frame  # noqa: E402

FRAMES = 8
VIEWS = 6
QUESTIONS = 39
REASON = "Even areas are clean."
SUFFIXES = {"q4": "_q4", "q8": "_quantized"}


def prefix(words: Words, first: int) -> list[int]:
    """A view as test/browser/vision-language shows it."""
    captions = "".join(f"\nFrame {i + 1}, at {(first + i) / 4:.2f} s:{words.picture}" for i in range(FRAMES))
    return words.ids(f"{LEAD}These are frames of a short video.{captions}\n")


def pictures(first: int, side: int) -> np.ndarray:
    return np.stack([frame(first + i, side, side) for i in range(FRAMES)])


def by_torch(model: SmolVlm, words: Words, first: int, asked: list[list[int]]) -> list[float]:
    """Probability of yes of each question as a branch of the view."""
    ids = torch.tensor([prefix(words, first)])
    features = model.encode(torch.from_numpy(pictures(first, model.d.image)))
    mask = torch.ones(ids.shape[1], ids.shape[1], dtype=torch.bool).tril()[None, None]
    x = model.embed(ids, words.image, features)
    _, caches = model.model.text_model(x, torch.arange(ids.shape[1])[None], mask)
    found = (extend(model, caches, ids.shape[1], torch.tensor([question]))[0] for question in asked)
    return [1 / (1 + np.exp(-logit_of(words, logits))) for logits in found]


def by_onnx(checkpoint: OnnxCheckpoint, words: Words, first: int, asked: list[list[int]], side: int) -> list[float]:
    # One frame at a time, as the app encodes them: in q8 a run shares its scales.
    pixels = ((pictures(first, side) / 127.5 - 1).astype(np.float32)).transpose(0, 3, 1, 2)
    features = np.concatenate([checkpoint.image_features(pixels[i : i + 1]) for i in range(FRAMES)])
    _, cache = checkpoint.decode(checkpoint.embeddings(prefix(words, first), features))
    found = (checkpoint.decode(checkpoint.embeddings(question), cache)[0] for question in asked)
    return [1 / (1 + np.exp(-logit_of(words, torch.from_numpy(logits)[None]))) for logits in found]


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "run", "name", "folder", "out"):
        parser.add_argument(name, type=str if name == "name" else Path)
    arguments = parser.parse_args()
    words = Words(arguments.folder / "tokenizer.json", Dims())
    model = load_model(arguments.run / f"{arguments.name}.pt").eval()
    views = (json.loads(line) for part in sorted(arguments.data.glob("views-*.jsonl")) for line in part.open())
    texts: dict[str, str] = {}
    for view in views:
        texts |= {triple["quick"]: triple["reasoned"] for triple in view["triples"]}
        if len(texts) >= QUESTIONS:
            break
    quick = sorted(texts)[:QUESTIONS]
    manners = {
        "atOnce": quick,
        "reasoned": [f"{texts[text]}{TAIL}{THINK}{REASON}{END_OF_THOUGHT}{ANSWER}" for text in quick],
    }
    firsts = [FRAMES * view for view in range(VIEWS)]
    reference: dict = {"firstFrames": firsts, "frames": FRAMES, "questions": quick, "pYes": []}
    for manner, asked in manners.items():
        ids = [words.ids(text if manner == "reasoned" else text + TAIL) for text in asked]
        with rounded(model):
            in_torch = np.array([by_torch(model, words, first, ids) for first in firsts])
        if manner == "atOnce":
            reference["pYes"] = [[round(float(p), 6) for p in view] for view in in_torch]
        for dtype, suffix in SUFFIXES.items():
            checkpoint = OnnxCheckpoint(arguments.folder, suffix)
            difference = np.abs(in_torch - [by_onnx(checkpoint, words, first, ids, model.d.image) for first in firsts])
            print(f"{manner}, {dtype} by ONNX Runtime against PyTorch in four bits: {difference.size} items, greatest {difference.max():.1e}")
    arguments.out.write_text(json.dumps(reference) + "\n")


if __name__ == "__main__":
    main()
