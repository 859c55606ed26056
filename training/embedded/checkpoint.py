"""Checkpoints that training can go on from."""

from pathlib import Path

import torch

from .eye import Eye
from .model import Dims, SmolVlm


def save(path: Path, **state) -> None:
    """Writes beside the file and moves, so that a run broken off leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".tmp")
    torch.save(state, beside)
    beside.replace(path)


def load(path: Path) -> dict:
    return torch.load(path, map_location="cpu", weights_only=True)


def load_eye(path: Path) -> Eye:
    """The model with the eye's linear layers, which supervised stages keep."""
    eye = Eye(SmolVlm(Dims()))
    eye.load_state_dict(load(path)["eye"])
    return eye


def load_model(path: Path) -> SmolVlm:
    """The model of a checkpoint of any stage."""
    state = load(path)
    eye = Eye(SmolVlm(Dims()))
    if "eye" in state:
        eye.load_state_dict(state["eye"])
    else:
        eye.model.load_state_dict(state["model"])
    return eye.model
