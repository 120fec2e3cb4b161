"""Everything that hypothesis makes up, a noun a file: no other test draws by a recipe of its own.

What a rule reads can be drawn here (`tests/house/test_strategies.py` holds it), so a new field of a scenario
joins `scenarios.py` and is met by every proof about scenarios of any kind.
"""
