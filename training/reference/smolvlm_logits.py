"""Logits of a SmolVLM checkpoint as transformers on PyTorch computes them, in float32 on the CPU with eager attention.

    python smolvlm_logits.py MODEL_FOLDER OUT.json

The weights are read out of the float32 ONNX files; every parameter must be there. The same token ids and pixels also go
through the ONNX files here, and the differences are printed: the graphs must compute what the model does.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import transformers
from tokenizers import Tokenizer
from transformers import AutoConfig, SmolVLMForConditionalGeneration
from transformers.models.smolvlm.processing_smolvlm import get_image_prompt_string
from transformers.utils.chat_template_utils import render_jinja_template

from onnx_checkpoint import OnnxCheckpoint, state_dict
from synthetic_frames import FORMULA, frame

QUESTION = "Is the chequerboard moving to the left? Answer yes or no."
SPREAD, BEST = 180, 20
CLOSE = 1e-3


def load_reference(folder: Path) -> SmolVLMForConditionalGeneration:
    """The PyTorch model with the checkpoint's weights. Raises unless names and shapes match, tied weights aside."""
    config = AutoConfig.from_pretrained(folder)
    model = SmolVLMForConditionalGeneration._from_config(config, attn_implementation="eager", dtype=torch.float32)
    weights = {name: torch.from_numpy(value) for name, value in state_dict(folder).items()}
    result = model.load_state_dict(weights, strict=False)
    tied = {"lm_head.weight"} if config.tie_word_embeddings else set()
    missing = set(result.missing_keys) - tied
    if missing or result.unexpected_keys:
        raise ValueError(f"Missing in the checkpoint: {sorted(missing)}. Unknown to the model: {result.unexpected_keys}.")
    model.tie_weights()
    return model.eval()


def render(folder: Path, frames: int) -> str:
    """A conversation about `frames` frames by the checkpoint's own template, one <image> for each."""
    template = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))["chat_template"]
    content = []
    for index in range(frames):
        content += [{"type": "text", "text": f"Frame at {index / 4:.2f} s:"}, {"type": "image"}]
    content.append({"type": "text", "text": QUESTION})
    return render_jinja_template([[{"role": "user", "content": content}]], chat_template=template, add_generation_prompt=True)[0][0]


def expand_images(text: str, tokens: int) -> str:
    """As SmolVLMProcessor does for pictures that are not split."""
    one = get_image_prompt_string(0, 0, tokens, "<fake_token_around_image>", "<image>", "<global-img>")
    return text.replace("<image>", one)


def pixel_values(frames: int, side: int) -> np.ndarray:
    """[frames, 3, side, side] in -1..1, rescaled and normalised with mean and deviation 0.5."""
    pictures = np.stack([frame(index, side, side) for index in range(frames)]).astype(np.float32)
    return np.ascontiguousarray(((pictures / 255 - 0.5) / 0.5).transpose(0, 3, 1, 2), dtype=np.float32)


def rounded(values: np.ndarray) -> list[float]:
    """Six decimals: well below what the comparison allows."""
    return [round(float(value), 6) for value in values]


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    model = load_reference(arguments.model)
    graphs = OnnxCheckpoint(arguments.model)
    tokenizer = Tokenizer.from_file(str(arguments.model / "tokenizer.json"))
    side = model.config.vision_config.image_size

    cases, worst = [], 0.0
    for frames in (4, 8, 0):
        text = render(arguments.model, frames)
        ids = tokenizer.encode(expand_images(text, model.model.image_seq_len), add_special_tokens=False).ids
        pixels = pixel_values(frames, side) if frames > 0 else None
        output = model(
            input_ids=torch.tensor([ids]),
            pixel_values=None if pixels is None else torch.from_numpy(pixels)[None],
            logits_to_keep=1,
        )
        logits = output.logits[0, -1].numpy()
        features = None if pixels is None else graphs.image_features(pixels)
        from_graphs, _ = graphs.decode(graphs.embeddings(ids, features))
        difference = float(np.abs(logits - from_graphs).max())
        worst = max(worst, difference)
        print(f"{frames} frames, {len(ids)} tokens: logits {logits.min():.2f}..{logits.max():.2f}, ONNX differs by {difference:.1e}")
        best = np.argsort(-logits)[:BEST]
        chosen = sorted({*best.tolist(), *np.linspace(0, len(logits) - 1, SPREAD).astype(int).tolist()})
        cases.append(
            {
                "frames": frames,
                "text": text,
                "ids": ids,
                "bestId": int(best[0]),
                "tokenIds": chosen,
                "logits": rounded(logits[chosen]),
            }
        )

    first = model.model.get_image_features(torch.from_numpy(pixel_values(1, side))[None]).pooler_output[0].numpy()
    difference = float(np.abs(first - graphs.image_features(pixel_values(1, side))[0]).max())
    print(f"Features of frame 0 {first.shape}, {np.abs(first).max():.2f} at most, ONNX differs by {difference:.1e}")
    if max(worst, difference) > CLOSE:
        raise SystemExit(f"The ONNX files do not compute what PyTorch does: {max(worst, difference):.1e} > {CLOSE}")
    positions = np.linspace(0, first.size - 1, 24).astype(int)

    fixture = {
        "about": f"Logits of the last position by PyTorch, float32, for {arguments.model.name};"
        " made by training/reference/smolvlm_logits.py. In `text` every <image> still stands for the tokens of one picture.",
        "madeWith": {"torch": torch.__version__.split("+")[0], "transformers": transformers.__version__},
        "frames": {
            "formula": FORMULA,
            "width": side,
            "height": side,
            "byteSums": [int(frame(index, side, side).sum()) for index in range(8)],
        },
        "imageTokens": model.model.image_seq_len,
        "imageFeatures": {
            "frame": 0,
            "dims": list(first.shape),
            "positions": positions.tolist(),
            "values": rounded(first.reshape(-1)[positions]),
        },
        "cases": cases,
    }
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(fixture, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
