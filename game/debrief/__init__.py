"""The debrief: what happened in a game and why, told when everything is open."""
