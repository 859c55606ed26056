"""Triples as the model meets them: the app's own texts, token for token, and frames from one file."""

import json
import re
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
        # All tokens that the app reads as yes or no (src/judges/vision-language/runtime/answer-tokens.ts).
        self.spellings = tuple(torch.tensor(self.spelled(word)) for word in ("yes", "no"))
        # Tokens on which the answer or the moment hangs.
        self.decisive = torch.tensor([*self.yes, *self.no, *(token for digit in range(10) for token in self.ids(str(digit)))])

    def spelled(self, word: str) -> list[int]:
        texts = ((id, self.tokenizer.decode([id])) for id in range(self.tokenizer.get_vocab_size()))
        return [id for id, text in texts if re.sub(r"[\s\"'“”‘’`.]", "", text).lower() == word]

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
    """Views of all parts of a set, and their pictures."""

    def __init__(self, folder: Path, dims: Dims):
        self.views: list[dict] = []
        self.parts = []
        for lines in sorted(folder.glob("views-*.jsonl")):
            pictures = np.memmap(folder / lines.name.replace("views", "pictures").replace("jsonl", "bin"), np.uint8, "r")
            pictures = pictures[: len(pictures) // dims.image**2 // 3 * dims.image**2 * 3].reshape(-1, dims.image, dims.image, 3)
            before = sum(len(part) for part in self.parts)
            for line in lines.read_text().splitlines():
                view = json.loads(line)
                if view["first"] + len(view["timesSeconds"]) <= len(pictures):
                    self.views.append(view | {"part": len(self.parts), "row": before + view["first"]})
            self.parts.append(pictures)
        self.features: torch.Tensor | None = None

    def split(self, name: str) -> list[dict]:
        return [view for view in self.views if view["split"] == name]

    def frames(self, views: list[dict]) -> torch.Tensor:
        """Pictures of views, [pictures, side, side, 3] bytes."""
        return torch.from_numpy(
            np.concatenate([self.parts[v["part"]][v["first"] : v["first"] + len(v["timesSeconds"])] for v in views])
        )

    def open_features(self, path: Path, dims: Dims) -> None:
        """What an eye that learns no more makes of all pictures, as encode.py wrote it."""
        self.features = torch.from_file(str(path), size=path.stat().st_size // 2, dtype=torch.bfloat16).view(
            -1, dims.frame_tokens, dims.hidden
        )

    def seen(self, views: list[dict]) -> torch.Tensor:
        """The same of some views, [pictures, tokens, hidden]."""
        assert self.features is not None
        return torch.cat([self.features[v["row"] : v["row"] + len(v["timesSeconds"])] for v in views])


@dataclass
class Packed:
    """Views, each as its prefix followed by branches that see the prefix and themselves."""

    ids: torch.Tensor
    positions: torch.Tensor
    mask: torch.Tensor
    targets: torch.Tensor
    """Next token where it is to be learnt, else -100."""
    begins: torch.Tensor
    """Where the next token is the first that is written."""
    last_of_prefix: torch.Tensor
    last_of_pictures: tuple[torch.Tensor, torch.Tensor]
    """Rows and columns of the last token of each picture, in order."""
    image: int


def pack(words: Words, views: list[dict], branches: list[list[tuple[list[int], list[int]]]] | None = None) -> Packed:
    prefixes = [words.prefix(view) for view in views]
    rows = []
    for prefix, own in zip(prefixes, branches or [[] for _ in views], strict=True):
        ids, positions, segments, targets = list(prefix), list(range(len(prefix))), [0] * len(prefix), [-100] * len(prefix)
        begins = [False] * len(prefix)
        for number, (read, written) in enumerate(own, 1):
            both = read + written
            ids += both
            positions += range(len(prefix), len(prefix) + len(both))
            segments += [number] * len(both)
            targets += [-100] * (len(read) - 1) + written + [-100]
            begins += [False] * (len(read) - 1) + [True] + [False] * len(written)
        rows.append((ids, positions, segments, targets, begins))
    longest = max(len(row[0]) for row in rows)

    def padded(column: int, value: int) -> torch.Tensor:
        return torch.tensor([row[column] + [value] * (longest - len(row[column])) for row in rows])

    segments = padded(2, -1)
    before = torch.ones(longest, longest, dtype=torch.bool).tril()
    same = (segments[:, :, None] == segments[:, None, :]) | (segments[:, None, :] == 0)
    ids = padded(0, 0)
    is_picture = ids == words.image
    ends = is_picture & ~torch.cat((is_picture[:, 1:], torch.zeros(len(ids), 1, dtype=torch.bool)), 1)
    ends_at = ends.nonzero(as_tuple=True)
    return Packed(
        ids,
        padded(1, 0),
        (before & same)[:, None],
        padded(3, -100),
        padded(4, False),
        torch.tensor([len(prefix) - 1 for prefix in prefixes]),
        # The token behind the picture, which closes it.
        (ends_at[0], ends_at[1] + 1),
        words.image,
    )
