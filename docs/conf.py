"""How the documentation is built: offline, with every reference checked."""

import re
import sys
from importlib.metadata import version as installed_version
from inspect import getdoc, signature
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.inspect import stringify_signature

from weft.portrait import make_portrait

sys.path.insert(0, str(Path(__file__).parent))  # the extensions that lie beside this file

project = "Weft"
author = "The Weft contributors"
version = release = installed_version("weft")

extensions = [
    "myst_parser",
    "numpydoc",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "formulas",
    "measure_pages",
    "command_pages",
    "format_pages",
    "measured_pages",
]
exclude_patterns = ["reference/generated"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes_action = "qe"  # two hyphens are an option of a command, not a dash
html_math_renderer = "mathml"
numpydoc_show_class_members = False
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings say it in words
add_module_names = False
copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True

nitpicky = True
# Names of other projects need their inventories, which lie on outside hosts.
nitpick_ignore_regex = [(r"py:.*", r"(?!weft\.).*")]

html_theme = "furo"
html_title = "Weft"
html_show_copyright = False  # LICENSE and CITATION.cff say it

OUTSIDE = re.compile(
    r"""<(?:script|img|iframe)[^>]+src=["'](?:https?:)?//[^"']+"""
    r"""|<link(?![^>]+rel=["']canonical)[^>]+href=["'](?:https?:)?//[^"']+""",
)


def setup(app: Sphinx) -> None:
    """Say what ``weft.portrait`` is, and check the pages once they are written."""
    app.connect("autodoc-process-signature", signature_of_portrait)
    app.connect("autodoc-process-docstring", docstring_of_portrait, priority=100)  # before numpydoc
    app.connect("build-finished", refuse_outside_requests)


def signature_of_portrait(*event: object) -> tuple[str, None] | None:
    """Return the signature of the function that calling the package ``weft.portrait`` is."""
    if event[2] != "weft.portrait":
        return None
    return stringify_signature(
        signature(make_portrait), show_annotation=False, show_return_annotation=False
    ), None


def docstring_of_portrait(*event: object) -> None:
    """Let the package ``weft.portrait`` say what its function says."""
    name, lines = event[2], event[5]
    if name == "weft.portrait" and isinstance(lines, list):
        lines[:] = (getdoc(make_portrait) or "").splitlines()


def refuse_outside_requests(app: Sphinx, failure: Exception | None) -> None:
    """No page may load anything from another host."""
    if failure is not None or app.builder.format != "html":
        return
    for page in Path(app.outdir).rglob("*.html"):
        found = OUTSIDE.search(page.read_text(encoding="utf-8"))
        if found:
            message = f"{page.name} asks an outside host: {found[0]}"
            raise ExtensionError(message)
