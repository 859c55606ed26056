"""Frames that any language can draw to the byte, from whole numbers alone."""

import numpy as np

# The same in words for whoever draws them elsewhere; "//" rounds down.
FORMULA = (
    "red = 255*x//(width-1), green = 255*y//(height-1), blue = (x + 2*y + 40*frame) % 256;"
    " all three are 255 - value where ((x + 8*frame)//24 + y//24) is odd"
)


def frame(index: int, width: int, height: int) -> np.ndarray:
    """[height, width, 3], uint8: two ramps, a saw-tooth, and a chequerboard that moves to the left."""
    y, x = np.mgrid[0:height, 0:width]
    colours = np.stack([255 * x // (width - 1), 255 * y // (height - 1), (x + 2 * y + 40 * index) % 256], axis=-1)
    odd = ((x + 8 * index) // 24 + y // 24) % 2 == 1
    return np.where(odd[..., None], 255 - colours, colours).astype(np.uint8)
