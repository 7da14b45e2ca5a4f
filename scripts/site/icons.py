"""Draws docs/assets/images/icon-*.png, for a tab and a phone's home screen: a house with a heart.

Run it only to change the icons; what it draws is committed. `python -m scripts.site.icons`
"""

import struct
import zlib

from scripts.runtime.files import ROOT

IMAGES = ROOT / "docs" / "assets" / "images"
GREEN, WHITE = (0, 105, 92), (255, 255, 255)
# Each pixel is looked at in so many places across and down, so that edges are smooth.
LOOKS = 3


def is_house(x: float, y: float) -> bool:
    """In a square from -1 to 1, y downwards: a roof, walls, and a heart cut out of them."""
    roof = -0.9 <= y <= 0.05 and abs(x) <= (y + 0.9) * 0.95
    walls = 0.0 <= y <= 0.8 and abs(x) <= 0.62
    return (roof or walls) and not is_heart(x / 0.36, (0.28 - y) / 0.36)


def is_heart(x: float, y: float) -> bool:
    """The usual curve, y upwards."""
    return (x * x + y * y - 0.8) ** 3 - x * x * y**3 < 0


def draw(size: int, scale: float, corner: float) -> bytes:
    """A PNG: `scale` is how much of the width the house takes, `corner` how round the ground is."""
    rows = []
    for row in range(size):
        line = bytearray(b"\0")
        for column in range(size):
            shares = [0, 0]
            for look in range(LOOKS * LOOKS):
                x = ((column + (look % LOOKS + 0.5) / LOOKS) / size) * 2 - 1
                y = ((row + (look // LOOKS + 0.5) / LOOKS) / size) * 2 - 1
                reach = [max(abs(place) - 1 + corner, 0) for place in (x, y)]
                if reach[0] ** 2 + reach[1] ** 2 <= corner**2 or corner == 0:
                    shares[is_house(x / scale, y / scale)] += 1
            drawn = sum(shares)
            white = shares[1] / drawn if drawn else 0
            line += bytes(
                round(green + (bright - green) * white)
                for green, bright in zip(GREEN, WHITE, strict=True)
            )
            line.append(round(255 * drawn / LOOKS**2))
        rows.append(bytes(line))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def main() -> None:
    for name, size, scale, corner in (
        ("192", 192, 0.72, 0.3),
        ("512", 512, 0.72, 0.3),
        # Phones cut these to a shape of their own: the house keeps to the middle.
        ("maskable-512", 512, 0.55, 0.0),
        ("180", 180, 0.66, 0.0),
        # Each page asks for the one in its tab.
        ("48", 48, 0.66, 0.0),
    ):
        (IMAGES / f"icon-{name}.png").write_bytes(draw(size, scale, corner))


if __name__ == "__main__":
    main()
