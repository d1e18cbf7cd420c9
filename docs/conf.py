"""How do these pages become a site? Sphinx reads the Markdown as it lies here; what goes where is decided below.

uv run --group docs sphinx-build -W -q docs dist/site
"""

from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent

NAVIGATION = {
    "Learners": ["learners", "grading", "privacy", "transcripts/index"],
    "Teachers": ["teachers", "classes", "groups", "exchange", "pack-format"],
    "Operators": ["operators", "security", "performance"],
    "Contributors": ["contributors", "translators", "glossary", "facts", "questions", "memory", "decisions/index"],
    "News": ["changelog"],
}
"""Each reader's pages, in the order of need. A page that stands nowhere here is an error of the build."""

FOLDERS = ("decisions", "transcripts")
"""Their pages are listed under their index by name, so that a new one needs no line here."""

project = "Lectern"
author = "the Lectern authors"
project_copyright = "the Lectern authors, MIT licence"
language = "en"
extensions = ["myst_parser"]
myst_heading_anchors = 3
nitpicky = True
exclude_patterns = ["site"]
suppress_warnings = ["misc.highlighting_failure"]
"""Packs and tables stand in fences without a language."""
highlight_language = "none"

html_theme = "furo"
html_title = "Lectern"
html_favicon = "../bot/playground/page/icon.svg"
html_logo = "../bot/playground/page/icon.svg"
html_static_path = ["site"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1b6db5", "color-brand-content": "#1b6db5"},
    "dark_css_variables": {"color-brand-primary": "#6cb6f5", "color-brand-content": "#6cb6f5"},
}


def there(page: str) -> bool:
    """Whether the page has been written."""
    return (HERE / f"{page}.md").is_file()


def contents(caption: str, pages: list[str]) -> str:
    """A list of pages for the navigation, not shown on the page itself."""
    options = [":hidden:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["", "```{toctree}", *options, "", *pages, "```", ""])


def add_navigation(app: Sphinx, page: str, source: list[str]) -> None:
    """Puts the navigation under the index pages, whose Markdown stays readable without this tool."""
    if page == "index":
        source[0] += "".join(contents(name, [*filter(there, pages)]) for name, pages in NAVIGATION.items())
    for folder in FOLDERS:
        if page == f"{folder}/index":
            pages = sorted(file.stem for file in (HERE / folder).glob("*.md") if file.stem != "index")
            source[0] += contents("", pages)


def setup(app: Sphinx) -> None:
    """What Sphinx calls at its start."""
    app.connect("source-read", add_navigation)
