"""The views: what a game's content looks like, drawn with the kit; they know neither matches nor scenes."""
