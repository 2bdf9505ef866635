"""Behaviour logs as ties: who wrote to whom and when, never what; people by pseudonym."""
