"""The rules: a scenario compiled once, played at many tables in lockstep."""
