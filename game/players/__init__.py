"""Computer players: a view in, an order sheet out."""
