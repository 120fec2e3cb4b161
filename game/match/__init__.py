"""One game at one table: seats, sheets in hand, journal, save, replay."""
