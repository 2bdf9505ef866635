"""The command line: parses, calls the library, prints. No figure is computed here."""


def main() -> None:
    """Run the ``weft`` command."""
    from weft.cli.commands import weft

    weft()
