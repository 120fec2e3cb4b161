"""The preview: what moves what in a scenario, as a graph to look at."""
