"""Projects of mapping sites."""
