"""What is wrong, dead or doubtful in a scenario; it sees models and trees, and touches no file."""
