"""The tools behind the ML System Design Study Guide. Importing this package loads nothing else."""
