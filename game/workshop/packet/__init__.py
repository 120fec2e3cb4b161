"""The packet: everything a class needs on paper, as blocks that two printers set."""
