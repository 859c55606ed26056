"""Writes what the eye makes of every picture, so that stages that teach words need not look again: OUT/features.bin, bfloat16.

    python -m training.embedded.encode DATA OUT

With the eye's weights rounded to four bits, as it will run: the words learn on what they will be given.
"""

import torch

from . import checkpoint
from .rounding import rounded
from .stage import FEATURES, parser_of, read

BATCH = 32


@torch.no_grad()
def main() -> None:
    arguments = parser_of(__doc__).parse_args()
    _, data = read(arguments)
    model = checkpoint.load_model(arguments.out / "eye.pt").eval()
    with (arguments.out / FEATURES).open("wb") as out, rounded(model), torch.autocast("cpu", torch.bfloat16):
        for pictures in data.parts:
            for start in range(0, len(pictures), 8 * BATCH):
                features = model.encode(torch.from_numpy(pictures[start : start + 8 * BATCH]))
                out.write(features.bfloat16().contiguous().view(torch.int16).numpy().tobytes())


if __name__ == "__main__":
    main()
