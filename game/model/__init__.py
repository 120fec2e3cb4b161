"""The nouns of a scenario: frozen, checked, and silent about Korea."""
