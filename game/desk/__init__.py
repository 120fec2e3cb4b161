"""The desk: the window on which one table is played."""
