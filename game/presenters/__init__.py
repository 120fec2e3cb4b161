"""What is shown of a game, as frozen content in a language; it knows no pixel and no HTML."""
