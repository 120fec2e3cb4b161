"""Reading scenarios: YAML with positions, findings, and where shipped scenarios stand."""
