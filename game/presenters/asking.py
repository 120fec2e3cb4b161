"""Inquiries: what can be asked of a number, a headline, a line or a claim, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AskWhy:
    """Why a track stands where it does."""

    track: str
    month: int = 0
    """As the orders of this month are given; 0 for the open one."""

    @property
    def name(self) -> str:
        """What tests, pilots and lessons call it; nothing reads it back."""
        return f"why:{self.track}@{self.month}" if self.month else f"why:{self.track}"


@dataclass(frozen=True)
class AskTold:
    """What a headline of the feed did."""

    told: str
    """Its name in the feed."""

    @property
    def name(self) -> str:
        """What tests, pilots and lessons call it; nothing reads it back."""
        return f"told:{self.told}"


@dataclass(frozen=True)
class AskLine:
    """What a redline says, and how it is answered."""

    line: str


@dataclass(frozen=True)
class AskClaim:
    """What a claim or a source says."""

    claim: str


Inquiry = AskWhy | AskTold | AskLine | AskClaim
