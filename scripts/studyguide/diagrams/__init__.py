"""Reads the source of Mermaid diagrams; draws nothing."""
