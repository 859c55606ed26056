"""What PyTorch and ONNX Runtime say of 200 items, so that the browser can be held against them.

    python -m training.embedded.parity OUT/grpo.pt public/models/loupe-small test/fixtures/reference/loupe-small.json

Items are all wordings of all kinds about a few views of synthetic frames, which any language draws to the byte. Writes pYes by PyTorch in
float32, and prints the greatest difference of each ONNX precision, run here by onnxruntime.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from .data import LEAD, TAIL, Words
from .generate import extend
from .model import Dims, SmolVlm
from .train_sft import load_model

sys.path.insert(0, str(Path(__file__).parents[1] / "reference"))
from synthetic_frames import frame  # noqa: E402

FRAMES = 8
VIEWS = 6
QUESTIONS = 40
SUFFIX = {"q4": "_q4", "q8": "_quantized"}


def questions(words_file: Path) -> list[str]:
    texts = json.loads(words_file.read_text())
    return [f"Question: {text}\nAnswer Yes or No." for text in texts][:QUESTIONS]


def prefix_text(words: Words, first: int) -> str:
    captions = "".join(f"\nFrame {i + 1}, at {(first + i) / 4:.2f} s:{words.picture}" for i in range(FRAMES))
    return f"{LEAD}These are frames of a short video.{captions}\n"


@torch.inference_mode()
def by_torch(model: SmolVlm, words: Words, first: int, asked: list[str]) -> list[float]:
    pictures = np.stack([frame(first + i, model.d.image, model.d.image) for i in range(FRAMES)])
    ids = torch.tensor([words.ids(prefix_text(words, first))])
    x = model.embed(ids, words.image, model.encode(torch.from_numpy(pictures)))
    mask = torch.ones(ids.shape[1], ids.shape[1], dtype=torch.bool).tril()[None, None]
    _, caches = model.model.text_model(x, torch.arange(ids.shape[1])[None], mask)
    answers = []
    for question in asked:
        logits, _, _ = extend(model, caches, ids.shape[1], torch.tensor([words.ids(question + TAIL)]))
        yes, no = logits[0, words.yes[0]].item(), logits[0, words.no[0]].item()
        answers.append(1 / (1 + np.exp(no - yes)))
    return answers


def by_onnx(folder: Path, dtype: str, words: Words, dims: Dims, first: int, asked: list[str]) -> list[float]:
    """Each question read after its view, as a branch."""
    sessions = {
        name: onnxruntime.InferenceSession(folder / "onnx" / f"{name}{SUFFIX[dtype]}.onnx")
        for name in ("embed_tokens", "vision_encoder", "decoder_model_merged")
    }
    pictures = np.stack([frame(first + i, dims.image, dims.image) for i in range(FRAMES)]).astype(np.float32)
    pixels = ((pictures / 255 - 0.5) / 0.5).transpose(0, 3, 1, 2)[None]
    mask = np.ones((1, FRAMES, dims.image, dims.image), bool)
    # One frame at a time, as the app encodes them: in q8 a run shares its scales.
    features = np.concatenate(
        [
            sessions["vision_encoder"].run(None, {"pixel_values": pixels[:, [i]], "pixel_attention_mask": mask[:, [i]]})[0]
            for i in range(FRAMES)
        ]
    )
    decoder = sessions["decoder_model_merged"]
    outputs = [o.name for o in decoder.get_outputs()]

    def read(ids: list[int], past: dict | None, count: int, given: np.ndarray | None) -> dict:
        x = sessions["embed_tokens"].run(None, {"input_ids": np.array([ids], np.int64)})[0]
        if given is not None:
            x[0, np.array(ids) == words.image] = given.reshape(-1, dims.hidden)
        empty = np.zeros((1, dims.key_value_heads, 0, dims.head_dim), np.float32)
        feeds = {
            "inputs_embeds": x,
            "attention_mask": np.ones((1, count + len(ids)), np.int64),
            "position_ids": np.arange(count, count + len(ids), dtype=np.int64)[None],
        }
        for wanted in decoder.get_inputs():
            if wanted.name.startswith("past_key_values"):
                feeds[wanted.name] = empty if past is None else past[wanted.name.replace("past_key_values", "present")]
            elif wanted.name == "num_logits_to_keep":
                feeds[wanted.name] = np.array(1, np.int64)
        return dict(zip(outputs, decoder.run(None, feeds), strict=True))

    head = words.ids(prefix_text(words, first))
    before = read(head, None, 0, features)
    answers = []
    for question in asked:
        logits = read(words.ids(question + TAIL), before, len(head), None)["logits"][0, -1]
        answers.append(float(1 / (1 + np.exp(logits[words.no[0]] - logits[words.yes[0]]))))
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--wordings", type=Path, required=True, help="a JSON list of questions (list-wordings.ts)")
    arguments = parser.parse_args()
    dims = Dims()
    words = Words(arguments.folder / "tokenizer.json", dims)
    model = load_model(arguments.checkpoint, dims).eval()
    asked = questions(arguments.wordings)
    firsts = [FRAMES * view for view in range(VIEWS)]
    answers = [by_torch(model, words, first, asked) for first in firsts]
    for dtype in SUFFIX:
        other = [by_onnx(arguments.folder, dtype, words, dims, first, asked) for first in firsts]
        difference = np.abs(np.array(other) - np.array(answers))
        same = ((np.array(other) > 0.5) == (np.array(answers) > 0.5)).mean()
        print(f"{dtype} by ONNX Runtime against PyTorch: {difference.size} items, greatest {difference.max():.4f}, mean {difference.mean():.4f}, same answer {100 * same:.1f} %")
    rounded = [[round(float(p), 5) for p in view] for view in answers]
    arguments.out.write_text(json.dumps({"questions": asked, "firstFrames": firsts, "frames": FRAMES, "pYes": rounded}, indent=1) + "\n")


if __name__ == "__main__":
    main()
