"""Sense: what a scenario that reads well still cannot mean, by what its own rules can reach."""
