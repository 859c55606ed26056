"""Triples as the model meets them: the app's own texts, token for token, and frames from one file."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from .model import Dims

LEAD = "<|im_start|>User: "
TAIL = "<end_of_utterance>\nAssistant: "
THINK = "<think>"
END_OF_THOUGHT = "</think>"
ANSWER = "<answer>"
CLOSING = "</answer>"


class Words:
    """Tokenizes as the app does: the chat up to the question, the question with what follows it, and each thing that is appended."""

    def __init__(self, path: Path, dims: Dims):
        self.tokenizer = Tokenizer.from_file(str(path))
        self.image = self.tokenizer.token_to_id("<image>")
        self.end = self.tokenizer.token_to_id("<end_of_utterance>")
        self.picture = f"<fake_token_around_image><global-img>{'<image>' * dims.frame_tokens}<fake_token_around_image>"
        self.yes, self.no = self.ids("Yes"), self.ids("No")
        assert len(self.yes) == len(self.no) == 1

    def ids(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def prefix(self, view: dict) -> list[int]:
        shown = "".join(caption + self.picture for caption in view["captions"])
        return self.ids(f"{LEAD}{view['introduction']}{shown}\n")

    def answer(self, yes: bool) -> list[int]:
        return self.yes if yes else self.no

    def quick(self, triple: dict) -> tuple[list[int], list[int]]:
        """What is read and what is written after it."""
        return self.ids(triple["quick"] + TAIL), self.answer(triple["yes"])

    def question(self, triple: dict) -> list[int]:
        return self.ids(triple["reasoned"] + TAIL + THINK)

    def reasoned(self, triple: dict) -> tuple[list[int], list[int]]:
        written = self.ids(triple["reason"]) + self.ids(END_OF_THOUGHT) + self.ids(ANSWER)
        return self.question(triple), written + self.answer(triple["yes"]) + self.ids(CLOSING) + [self.end]


class Data:
    def __init__(self, folder: Path, dims: Dims):
        self.views = [json.loads(line) for line in (folder / "views.jsonl").open()]
        self.pictures = np.memmap(folder / "pictures.bin", np.uint8, "r").reshape(-1, dims.image, dims.image, 3)
        last = self.views[-1]
        # A run that was broken off may have told of pictures that it did not write.
        while last["first"] + len(last["timesSeconds"]) > len(self.pictures):
            self.views.pop()
            last = self.views[-1]

    def split(self, name: str) -> list[dict]:
        return [view for view in self.views if view["split"] == name]

    def frames(self, views: list[dict]) -> torch.Tensor:
        return torch.from_numpy(
            np.concatenate([self.pictures[v["first"] : v["first"] + len(v["timesSeconds"])] for v in views])
        )


@dataclass
class Packed:
    """Views, each as its prefix followed by branches that see the prefix and themselves."""

    ids: torch.Tensor
    positions: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor
    """Next token where it is to be learnt, else -100."""
    last_of_prefix: torch.Tensor


def pack(prefixes: list[list[int]], branches: list[list[tuple[list[int], list[int]]]]) -> Packed:
    rows = []
    for prefix, own in zip(prefixes, branches, strict=True):
        ids, positions, segments, targets = list(prefix), list(range(len(prefix))), [0] * len(prefix), [-100] * len(prefix)
        for number, (read, written) in enumerate(own, 1):
            both = read + written
            ids += both
            positions += range(len(prefix), len(prefix) + len(both))
            segments += [number] * len(both)
            targets += [-100] * (len(read) - 1) + written + [-100]
        rows.append((ids, positions, segments, targets))
    longest = max(len(row[0]) for row in rows)

    def padded(column: int, value: int) -> torch.Tensor:
        return torch.tensor([row[column] + [value] * (longest - len(row[column])) for row in rows])

    segments = padded(2, -1)
    before = torch.ones(longest, longest, dtype=torch.bool).tril()
    same = (segments[:, :, None] == segments[:, None, :]) | (segments[:, None, :] == 0)
    return Packed(
        padded(0, 0),
        padded(1, 0),
        (before & same)[:, None],
        padded(3, -100),
        torch.tensor([len(prefix) - 1 for prefix in prefixes]),
    )
