"""Whether a checkpoint's ONNX files continue the prompts of smollm2-continuations.json as PyTorch did.

    python check_continuations.py MODEL_FOLDER FIXTURE.json [--suffix _q4]

Prints how many tokens agree per prompt; fails for float32 files where any of them differs. Quantised files are only reported.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from onnx_checkpoint import OnnxCheckpoint


def continue_greedily(checkpoint: OnnxCheckpoint, ids: list[int], count: int) -> list[int]:
    """The best `count` tokens after `ids`, one at a time over a growing cache."""
    chosen: list[int] = []
    logits, cache = checkpoint.decode(checkpoint.embeddings(ids))
    while True:
        chosen.append(int(np.argmax(logits)))
        if len(chosen) == count:
            return chosen
        logits, cache = checkpoint.decode(checkpoint.embeddings(chosen[-1:]), cache)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("fixture", type=Path)
    parser.add_argument("--suffix", default="", help="of the session files: _q4, _quantized; none for float32")
    arguments = parser.parse_args()
    fixture = json.loads(arguments.fixture.read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(arguments.model / "tokenizer.json"))
    for text, ids in [(entry["text"], entry["ids"]) for entry in fixture["tokenisation"]] + [
        (case["prompt"], case["promptIds"]) for case in fixture["cases"]
    ]:
        if tokenizer.encode(text, add_special_tokens=False).ids != ids:
            raise SystemExit(f"The checkpoint's tokenizer cuts this text otherwise: {text!r}")

    checkpoint = OnnxCheckpoint(arguments.model, arguments.suffix)
    differ = False
    for case in fixture["cases"]:
        expected = case["continuationIds"]
        start = time.perf_counter()
        chosen = continue_greedily(checkpoint, case["promptIds"], len(expected))
        seconds = time.perf_counter() - start
        same = next((i for i, pair in enumerate(zip(chosen, expected, strict=True)) if pair[0] != pair[1]), len(expected))
        differ |= same < len(expected)
        print(f"{same} of {len(expected)} tokens agree, {len(case['promptIds'])} before them, {seconds:.1f} s")
        if same < len(expected):
            print(f"  {tokenizer.decode(chosen)!r}")
    if differ and arguments.suffix == "":
        raise SystemExit("The float32 files part from the reference.")


if __name__ == "__main__":
    main()
