"""The study: many tables in lockstep, and what they show."""
