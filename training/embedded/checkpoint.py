"""Checkpoints that training can go on from."""

from pathlib import Path

import torch


def save(path: Path, **state) -> None:
    """Writes beside the file and moves, so that a run broken off leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".tmp")
    torch.save(state, beside)
    beside.replace(path)


def load(path: Path) -> dict:
    return torch.load(path, map_location="cpu", weights_only=True)
