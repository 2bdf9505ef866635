"""Scenarios: what would change if somebody left, or if an introduction were made."""
