"""The small language of conditions: parsed, bounded, told in words; it knows no noun of the game."""
