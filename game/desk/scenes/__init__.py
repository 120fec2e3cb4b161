"""Scenes: one screen each, from touches to orders."""
