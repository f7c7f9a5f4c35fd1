"""The virtual environment behind `scripts/guide`: made, kept current and repaired.

It runs before anything is installed, so it uses the standard library alone and imports nothing of ours but `failure`.
"""
