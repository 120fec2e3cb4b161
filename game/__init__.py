"""Simmer: a turn-based wargame and negotiation simulator."""
