"""Writes a checkpoint as the builder of ONNX files reads it: weights.json (name -> offset, dims) and weights.bin (32-bit floats).

    python -m training.embedded.export_weights OUT/grpo.pt FOLDER
"""

import argparse
import json
from pathlib import Path

from .checkpoint import load_model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    index, offset = {}, 0
    with (arguments.folder / "weights.bin").open("wb") as out:
        for name, value in load_model(arguments.checkpoint).state_dict().items():
            values = value.float().contiguous().numpy().tobytes()
            index[name] = {"offset": offset, "dims": list(value.shape)}
            out.write(values)
            offset += len(values)
    (arguments.folder / "weights.json").write_text(json.dumps(index))


if __name__ == "__main__":
    main()
