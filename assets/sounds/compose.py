"""Composes every sound of Simmer from sines and seeded noise: ``python assets/sounds/compose.py [FOLDER]``.

Each is mono, 22,050 samples a second, 16 bits, and comes out the same on every run.
"""

import math
import random
import struct
import sys
import wave
from collections.abc import Callable
from pathlib import Path

RATE = 22_050
Wave = Callable[[float], float]


def tone(pitch: float, fade: float, overtones: tuple[float, ...] = (1.0,)) -> Wave:
    """Return a note that fades to a third in *fade* seconds, with the strengths of its overtones."""

    def at(t: float) -> float:
        parts = (part * math.sin(2 * math.pi * pitch * n * t) for n, part in enumerate(overtones, start=1))
        return sum(parts) * math.exp(-t / fade)

    return at


def rustle(seed: int, rise: float, fade: float, smooth: float) -> Wave:
    """Return noise that swells and fades; *smooth* from 0 to 1 takes the hiss out of it."""
    luck, held = random.Random(seed), [0.0]  # noqa: S311 - noise, not a secret

    def at(t: float) -> float:
        held[0] = smooth * held[0] + (1 - smooth) * luck.uniform(-1, 1)
        return held[0] * min(1.0, t / rise) * math.exp(-max(0.0, t - rise) / fade)

    return at


def late(start: float, made: Wave) -> Wave:
    """Return a sound that begins later."""
    return lambda t: made(t - start) if t >= start else 0.0


def together(*made: Wave) -> Wave:
    """Return sounds at once."""
    return lambda t: sum(one(t) for one in made)


def sounds() -> dict[str, tuple[float, Wave]]:
    """Every sound by its name: how long it is, and its wave."""
    bell, soft = (0.6, 0.25, 0.12), (0.7, 0.2)
    return {
        "lay": (0.16, rustle(1, 0.012, 0.035, 0.55)),
        "lift": (0.16, rustle(2, 0.07, 0.02, 0.5)),
        "seal": (0.34, together(tone(92, 0.05, (0.9, 0.3)), rustle(3, 0.004, 0.03, 0.8))),
        "turn": (0.62, together(*(late(0.18 * n, rustle(4 + n, 0.06, 0.05, 0.45)) for n in range(3)))),
        "cross": (1.1, together(tone(147, 0.35, bell), tone(220.5, 0.25, (0.25,)))),
        "sign": (0.9, together(tone(392, 0.22, soft), late(0.2, tone(523.25, 0.3, soft)))),
        "refuse": (0.2, tone(110, 0.04, (0.8, 0.15))),
        "end": (1.6, together(*(tone(pitch, 0.55, soft) for pitch in (130.8, 196.0, 246.9)))),
    }


def sampled(seconds: float, made: Wave) -> list[int]:
    """Return the samples of a sound, as loud as it may be, its last hundredth faded out."""
    count = int(seconds * RATE)
    raw = [made(n / RATE) * min(1.0, (count - n) / (0.01 * RATE)) for n in range(count)]
    loudest = max(abs(value) for value in raw)
    return [round(value / loudest * 24_000) for value in raw]


def compose(folder: Path) -> None:
    """Write every sound into a folder."""
    for name, (seconds, made) in sounds().items():
        samples = sampled(seconds, made)
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    compose(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
