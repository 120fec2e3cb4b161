"""Text to tree to model or findings, each at its place; it knows nothing of this game."""
