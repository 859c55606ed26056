"""What resizing does to the pixels a SmolVLM sees: transformers' processor in Python against other ways from frame to square.

    python resize_difference.py OUT.json

The Python processor (do_image_splitting off) enlarges a frame by Lanczos until its longer side is `size.longest_edge`, then
squashes it into a square, again by Lanczos; Pillow widens the filter when it makes a picture smaller, and rounds to whole
numbers after both steps. transformers.js 4.3.1 in a browser does the first step by drawing on a canvas, which is bilinear, and
the second by ONNX's Resize (linear, no antialiasing, not rounded); here both are imitated by PyTorch's bilinear interpolation.
Pixels are kept at a sparse grid, so that a test in a browser can measure its own canvas and its own library.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import transformers
from PIL import Image
from torch.nn.functional import interpolate
from transformers.models.smolvlm.image_processing_pil_smolvlm import SmolVLMImageProcessorPil

from synthetic_frames import FORMULA, frame

WIDTH, HEIGHT, FRAMES = 640, 360, 4
# The published SmolVLM2-256M and 500M, and the test's smallest checkpoint.
SIZES = ({"side": 512, "longestEdge": 2048}, {"side": 64, "longestEdge": 256})
GRID = 12


def by_processor(picture: np.ndarray, side: int, longest_edge: int) -> np.ndarray:
    """[side, side, 3] in 0..255 by the Python processor."""
    processor = SmolVLMImageProcessorPil(
        size={"longest_edge": longest_edge},
        max_image_size={"longest_edge": side},
        do_image_splitting=False,
        resample=Image.Resampling.LANCZOS,
        image_mean=[0.5] * 3,
        image_std=[0.5] * 3,
    )
    values = np.asarray(processor([Image.fromarray(picture)], return_tensors="np")["pixel_values"])[0, 0]
    return np.round((values.transpose(1, 2, 0) * 0.5 + 0.5) * 255)


def by_pillow(picture: np.ndarray, side: int, filter: Image.Resampling) -> np.ndarray:
    """Squashed into the square in one step."""
    return np.asarray(Image.fromarray(picture).resize((side, side), filter), dtype=np.float32)


def by_browser_library(picture: np.ndarray, side: int, longest_edge: int) -> np.ndarray:
    """Imitates transformers.js: bilinear to the longer side, bytes, bilinear to the square."""
    tensor = torch.from_numpy(picture.astype(np.float32)).permute(2, 0, 1)[None]
    scale = longest_edge / max(WIDTH, HEIGHT)
    large = interpolate(tensor, size=(int(HEIGHT * scale), int(WIDTH * scale)), mode="bilinear").round()
    return interpolate(large, size=(side, side), mode="bilinear")[0].permute(1, 2, 0).numpy()


def compare(side: int, longest_edge: int) -> tuple[dict, np.ndarray]:
    """Differences over all frames in 0..255, by method; and the processor's pixels of frame 0."""
    methods = {
        "pillowLanczos": lambda picture: by_pillow(picture, side, Image.Resampling.LANCZOS),
        "pillowBilinear": lambda picture: by_pillow(picture, side, Image.Resampling.BILINEAR),
        "transformersJsImitated": lambda picture: by_browser_library(picture, side, longest_edge),
    }
    pictures = [frame(index, WIDTH, HEIGHT) for index in range(FRAMES)]
    processed = [by_processor(picture, side, longest_edge) for picture in pictures]
    differences = {}
    for name, method in methods.items():
        off = np.abs(np.stack([method(picture) for picture in pictures]) - np.stack(processed))
        differences[name] = {"mean": round(float(off.mean()), 3), "max": round(float(off.max()), 1)}
        print(f"{side} px: {name:24} mean {off.mean():.3f}, max {off.max():.1f}, over 8: {(off > 8).mean():.1%}")
    return differences, processed[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    sizes = []
    for size in SIZES:
        differences, pixels = compare(size["side"], size["longestEdge"])
        positions = [(2 * step + 1) * size["side"] // (2 * GRID) for step in range(GRID)]
        sampled = pixels[np.ix_(positions, positions)].astype(int)
        sizes.append({**size, "differences": differences, "positions": positions, "pixels": sampled.reshape(-1).tolist()})
    fixture = {
        "about": "Frame 0 at 640 x 360 as SmolVLM's processor in Python resizes it, in 0..255, and how far other ways are off"
        " over four frames; made by training/reference/resize_difference.py."
        " pixels: row by row, then column by column of `positions`, then red, green, blue.",
        "madeWith": {"transformers": transformers.__version__, "pillow": Image.__version__},
        "frame": {"formula": FORMULA, "width": WIDTH, "height": HEIGHT, "byteSum": int(frame(0, WIDTH, HEIGHT).sum())},
        "sizes": sizes,
    }
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(fixture, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
