"""What stays as it is: whole games by their digests, kept so that no change of a rule goes unseen."""
