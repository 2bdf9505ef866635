"""Pajek: networks and projects."""
