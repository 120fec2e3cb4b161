"""The workshop: doors for authors of scenarios."""
