"""Weaving: a short list of things worth doing, each with its reason and who could do it."""
