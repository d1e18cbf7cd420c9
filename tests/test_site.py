"""The manual as a site: it builds without one warning, so no link leads nowhere and no page is left out."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="uv sync --group docs")

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-d", str(folder / "kept"), str(DOCS)]
    done = subprocess.run([*command, str(folder / "html")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "html"


def test_every_page_is_built_and_reached_from_the_first(site: Path) -> None:
    first = (site / "index.html").read_text(encoding="utf-8")
    pages = [page.relative_to(DOCS).with_suffix(".html") for page in DOCS.rglob("*.md")]
    assert len(pages) > 20
    assert [page for page in pages if not (site / page).is_file()] == []
    assert [
        page for page in pages if page.parent == Path() and f'href="{page}"' not in first and page.stem != "index"
    ] == []


def test_search_and_looks_need_nothing_from_outside(site: Path) -> None:
    assert "Search.setIndex" in (site / "searchindex.js").read_text(encoding="utf-8")
    loaded = ('<script src="http', '<link rel="stylesheet" href="http', '<img src="http', "@import url(http")
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace('type="text/css" ', "")
        assert [one for one in loaded if one in text] == [], page


def test_every_decision_is_named_on_their_list() -> None:
    listed = (DOCS / "decisions" / "index.md").read_text(encoding="utf-8")
    pages = [page.name for page in (DOCS / "decisions").glob("0*.md")]
    assert [name for name in pages if f"]({name})" not in listed] == []
