"""SmolVLM (arXiv 2504.05299) at small dimensions, with the parameter names of the published checkpoints.

Written out here and not taken from transformers, so that several questions can share what is computed of their view.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

# Numbers that are nearly zero would make each step some ten times slower on a processor. Threads that are started later inherit this.
torch.set_flush_denormal(True)


@dataclass(frozen=True)
class Dims:
    """Dimensions of the model; those of the preset loupe-small in test/models/presets.ts."""

    vocabulary: int = 1024
    hidden: int = 256
    layers: int = 6
    heads: int = 4
    key_value_heads: int = 2
    head_dim: int = 64
    intermediate: int = 640
    context: int = 2048
    rope_theta: float = 100_000.0
    rms_norm_eps: float = 1e-5
    vision_hidden: int = 192
    vision_layers: int = 4
    vision_heads: int = 3
    vision_intermediate: int = 768
    image: int = 96
    patch: int = 16
    scale: int = 2

    @property
    def frame_tokens(self) -> int:
        return (self.image // self.patch // self.scale) ** 2


class RmsNorm(nn.Module):
    def __init__(self, width: int, eps: float):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.eps = eps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.rms_norm(x, self.weight.shape, self.weight, self.eps)


class VisionAttention(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.heads = d.vision_heads
        self.q_proj = nn.Linear(d.vision_hidden, d.vision_hidden)
        self.k_proj = nn.Linear(d.vision_hidden, d.vision_hidden)
        self.v_proj = nn.Linear(d.vision_hidden, d.vision_hidden)
        self.out_proj = nn.Linear(d.vision_hidden, d.vision_hidden)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, t, c = x.shape
        q, k, v = (p(x).view(n, t, self.heads, -1).transpose(1, 2) for p in (self.q_proj, self.k_proj, self.v_proj))
        return self.out_proj(F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(n, t, c))


class VisionMlp(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.fc1 = nn.Linear(d.vision_hidden, d.vision_intermediate)
        self.fc2 = nn.Linear(d.vision_intermediate, d.vision_hidden)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc2(F.gelu(self.fc1(x), approximate="tanh"))


class VisionLayer(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.layer_norm1 = nn.LayerNorm(d.vision_hidden, eps=1e-6)
        self.self_attn = VisionAttention(d)
        self.layer_norm2 = nn.LayerNorm(d.vision_hidden, eps=1e-6)
        self.mlp = VisionMlp(d)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x + self.self_attn(self.layer_norm1(x))
        return x + self.mlp(self.layer_norm2(x))


class VisionEmbeddings(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.patch_embedding = nn.Conv2d(3, d.vision_hidden, d.patch, d.patch)
        self.position_embedding = nn.Embedding((d.image // d.patch) ** 2, d.vision_hidden)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        return self.patch_embedding(pixels).flatten(2).transpose(1, 2) + self.position_embedding.weight


class VisionEncoder(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.layers = nn.ModuleList(VisionLayer(d) for _ in range(d.vision_layers))


class VisionModel(nn.Module):
    """SigLIP: [frames, 3, side, side] in -1..1 -> [frames, patches, hidden]."""

    def __init__(self, d: Dims):
        super().__init__()
        self.embeddings = VisionEmbeddings(d)
        self.encoder = VisionEncoder(d)
        self.post_layernorm = nn.LayerNorm(d.vision_hidden, eps=1e-6)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        x = self.embeddings(pixels)
        for layer in self.encoder.layers:
            x = layer(x)
        return self.post_layernorm(x)


class Projection(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.proj = nn.Linear(d.vision_hidden * d.scale**2, d.hidden, bias=False)


class Connector(nn.Module):
    """Pixel shuffle (a square of patches becomes one token) and one linear layer."""

    def __init__(self, d: Dims):
        super().__init__()
        self.d = d
        self.modality_projection = Projection(d)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, _, c = x.shape
        side, s = self.d.image // self.d.patch, self.d.scale
        small = side // s
        x = x.view(n, side, small, c * s).transpose(1, 2)
        x = x.reshape(n, small, small, c * s * s).transpose(1, 2)
        return self.modality_projection.proj(x.reshape(n, small * small, c * s * s))


class TextAttention(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.d = d
        self.q_proj = nn.Linear(d.hidden, d.heads * d.head_dim, bias=False)
        self.k_proj = nn.Linear(d.hidden, d.key_value_heads * d.head_dim, bias=False)
        self.v_proj = nn.Linear(d.hidden, d.key_value_heads * d.head_dim, bias=False)
        self.o_proj = nn.Linear(d.heads * d.head_dim, d.hidden, bias=False)

    def forward(self, x, rotation, mask, past):
        b, t, _ = x.shape
        d = self.d
        q = rotate(self.q_proj(x).view(b, t, d.heads, d.head_dim).transpose(1, 2), rotation)
        k = rotate(self.k_proj(x).view(b, t, d.key_value_heads, d.head_dim).transpose(1, 2), rotation)
        v = self.v_proj(x).view(b, t, d.key_value_heads, d.head_dim).transpose(1, 2)
        if past is not None:
            k, v = torch.cat((past[0], k), 2), torch.cat((past[1], v), 2)
        groups = d.heads // d.key_value_heads
        keys, values = (y.repeat_interleave(groups, 1) for y in (k, v))
        out = F.scaled_dot_product_attention(q, keys, values, attn_mask=mask)
        return self.o_proj(out.transpose(1, 2).reshape(b, t, -1)), (k, v)


def rotate(x: torch.Tensor, rotation: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    """Rotary position embedding, halves rotated (as Llama has it)."""
    cos, sin = rotation
    first, second = x.chunk(2, -1)
    return x * cos + torch.cat((-second, first), -1) * sin


class TextMlp(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.gate_proj = nn.Linear(d.hidden, d.intermediate, bias=False)
        self.up_proj = nn.Linear(d.hidden, d.intermediate, bias=False)
        self.down_proj = nn.Linear(d.intermediate, d.hidden, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class TextLayer(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.input_layernorm = RmsNorm(d.hidden, d.rms_norm_eps)
        self.self_attn = TextAttention(d)
        self.post_attention_layernorm = RmsNorm(d.hidden, d.rms_norm_eps)
        self.mlp = TextMlp(d)

    def forward(self, x, rotation, mask, past):
        attended, cache = self.self_attn(self.input_layernorm(x), rotation, mask, past)
        x = x + attended
        return x + self.mlp(self.post_attention_layernorm(x)), cache


class TextModel(nn.Module):
    """Llama: embeddings -> hidden states after the last norm, and the keys and values of every layer."""

    def __init__(self, d: Dims):
        super().__init__()
        self.embed_tokens = nn.Embedding(d.vocabulary, d.hidden)
        self.layers = nn.ModuleList(TextLayer(d) for _ in range(d.layers))
        self.norm = RmsNorm(d.hidden, d.rms_norm_eps)
        frequencies = d.rope_theta ** (-torch.arange(0, d.head_dim, 2).float() / d.head_dim)
        angles = torch.outer(torch.arange(d.context).float(), frequencies)
        self.register_buffer("cos", torch.cat((angles, angles), -1).cos(), persistent=False)
        self.register_buffer("sin", torch.cat((angles, angles), -1).sin(), persistent=False)

    def states(self, x, positions, mask, past=None, count=None):
        """Outputs of the first `count` layers (None: of all), and their keys and values."""
        rotation = (self.cos[positions][:, None], self.sin[positions][:, None])
        outputs, caches = [], []
        for i, layer in enumerate(self.layers[:count]):
            x, cache = layer(x, rotation, mask, None if past is None else past[i])
            outputs.append(x)
            caches.append(cache)
        return outputs, caches

    def forward(self, x, positions, mask, past=None):
        outputs, caches = self.states(x, positions, mask, past)
        return self.norm(outputs[-1]), caches


class Model(nn.Module):
    def __init__(self, d: Dims):
        super().__init__()
        self.vision_model = VisionModel(d)
        self.connector = Connector(d)
        self.text_model = TextModel(d)


def frequency_filters(d: Dims) -> torch.Tensor:
    """[vision_hidden, 3, patch, patch]: cosines of a patch, each amplified by its frequency as photographs weaken with it.

    Where the first layer starts from these, blur, noise and blocks stand in coordinates of their own from the first step on; from random
    filters they have to be found first, under the far stronger low frequencies.
    """
    n = d.patch
    place = (torch.arange(n) + 0.5) * torch.pi / n
    waves = torch.stack([(u * place).cos() * (1 if u == 0 else 2**0.5) / n**0.5 for u in range(n)])
    pairs = sorted(((u, v) for u in range(n) for v in range(n)), key=lambda p: p[0] ** 2 + p[1] ** 2)
    of_colour = pairs[: d.vision_hidden // 12]
    of_luma = d.vision_hidden - 2 * len(of_colour)
    # All low frequencies, and every second of the high ones.
    low = pairs[: of_luma // 2]
    high = pairs[of_luma // 2 :]
    high = [high[int(i * len(high) / (of_luma - len(low)))] for i in range(of_luma - len(low))]
    luma, red, blue = torch.tensor([0.299, 0.587, 0.114]), torch.tensor([0.7, -0.59, -0.11]), torch.tensor([-0.3, -0.59, 0.89])
    filters = []
    for colours, chosen in ((luma, low + high), (red, of_colour), (blue, of_colour)):
        for u, v in chosen:
            gain = (1 + 1.5 * (u * u + v * v) ** 0.5) / 8
            filters.append(gain * colours[:, None, None] * torch.outer(waves[u], waves[v]))
    return torch.stack(filters)


# Weights along a row that share a scale in q4 files (test/models/onnx/quantize.ts).
BLOCK = 32


def four_bit(weights: torch.Tensor) -> torch.Tensor:
    """[rows, columns] -> the same in steps of a sixteenth: in each block the value of greatest size becomes -8 of its scale."""
    blocks = weights.reshape(-1, BLOCK)
    greatest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    scale = greatest / -8
    steps = (blocks / torch.where(scale == 0, 1, scale)).round().clamp(-8, 7)
    return (steps * scale).reshape(weights.shape)


class SmolVlm(nn.Module):
    """The whole model; the output layer is the embedding matrix."""

    def __init__(self, d: Dims):
        super().__init__()
        self.d = d
        self.model = Model(d)
        self.rounds_logits = False
        for name, parameter in self.named_parameters():
            if parameter.dim() >= 2:
                nn.init.normal_(parameter, std=0.02 if "embed" in name and "patch" not in name else parameter[0].numel() ** -0.5)
            elif name.endswith("bias"):
                nn.init.zeros_(parameter)
        for name, parameter in self.named_parameters():
            if name.endswith(("o_proj.weight", "out_proj.weight", "down_proj.weight", "fc2.weight")):
                parameter.data *= (2 * d.layers) ** -0.5

        self.model.vision_model.embeddings.patch_embedding.weight.data = frequency_filters(d)

    def encode(self, pictures: torch.Tensor) -> torch.Tensor:
        """[frames, side, side, 3] bytes -> [frames, tokens, hidden]."""
        pixels = pictures.permute(0, 3, 1, 2).float() / 127.5 - 1
        return self.model.connector(self.model.vision_model(pixels))

    def embed(self, ids: torch.Tensor, image_id: int, features: torch.Tensor | None) -> torch.Tensor:
        """Embeddings of tokens, with features [frames, tokens, hidden] in the place of picture tokens, in order."""
        x = self.model.text_model.embed_tokens(ids)
        if features is None:
            return x
        slots = ids == image_id
        return x.masked_scatter(slots[..., None], features.reshape(-1, features.shape[-1]).to(x.dtype))

    def logits(self, hidden: torch.Tensor) -> torch.Tensor:
        weight = self.model.text_model.embed_tokens.weight
        # As a table of embeddings the matrix is exact, as the output layer it is rounded like the others (rounding.py).
        if self.rounds_logits:
            weight = weight + (four_bit(weight.data) - weight.data)
        return hidden @ weight.T
