"""What every stage of training starts from."""

import argparse
import random
from pathlib import Path

import torch

from .data import Data, Words
from .model import Dims

FEATURES = "features.bin"


def parser_of(doc: str) -> argparse.ArgumentParser:
    """The folders of the data and of the run."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    return parser


def stage_parser(doc: str, minutes: float) -> argparse.ArgumentParser:
    """The same, and how long to train, from which random numbers."""
    parser = parser_of(doc)
    parser.add_argument("--minutes", type=float, default=minutes)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def read(arguments: argparse.Namespace) -> tuple[Words, Data]:
    data = Data(arguments.data, Dims())
    if (arguments.out / FEATURES).exists():
        data.open_features(arguments.out / FEATURES, Dims())
    return Words(arguments.out / "tokenizer.json", Dims()), data


def begin(arguments: argparse.Namespace) -> tuple[Words, Data]:
    torch.manual_seed(arguments.seed)
    random.seed(arguments.seed)
    return read(arguments)
