"""The kit: pages, drawing and widgets that know no game; of all other floors it touches markup and labels."""
