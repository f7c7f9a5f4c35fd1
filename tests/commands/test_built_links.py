import pytest

from studyguide.commands import _built_links as built_links
from studyguide.failure import Failure

HOME = """<html><head><link rel="canonical" href="https://guide.example/base/"></head><body>
<h1 id="top">Home</h1>
<a href="a/">fine</a> <a href="a/#here">fine</a>
<a href="https://guide.example/base/a/">fine</a> <a href="/base/a/">fine</a>
<a href="https://elsewhere.example/">not ours to follow</a> {more}
</body></html>"""


@pytest.fixture
def site(tmp_path):
    """Builds a site of two pages at its base; `more` goes into the home page."""

    def build(more=""):
        site = tmp_path / "built"
        (site / "a").mkdir(parents=True)
        (site / "index.html").write_text(HOME.format(more=more))
        (site / "a" / "index.html").write_text('<html><body><p id="here">a</p></body></html>')
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs" / "a.md").touch()
        (tmp_path / "docs" / "index.md").touch()
        return built_links.place_below_base(site, tmp_path / "root")

    return build


def test_a_sound_site(site, tmp_path):
    place = site()
    assert place == tmp_path / "root" / "base"
    assert built_links.broken_links(place, tmp_path / "root", tmp_path) == []


@pytest.mark.parametrize(
    ("link", "part"),
    [
        ('<a href="b/">x</a>', "docs/index.md: link to b"),
        ('<a href="a/#gone">x</a>', "docs/index.md: link to a#gone: Cannot find fragment"),
        ('<img src="gone.png">', "docs/index.md: link to gone.png"),
        ('<a href="/outside/">x</a>', "docs/index.md: link to "),
        ('<a href="https://guide.example/base/gone/">x</a>', "docs/index.md: link to "),
    ],
)
def test_a_broken_link_names_its_page_and_place(site, tmp_path, link, part):
    broken = built_links.broken_links(site(link), tmp_path / "root", tmp_path)
    assert len(broken) == 1
    assert broken[0].startswith(part)
    assert "(built: index.html:5:" in broken[0]


def test_a_site_at_the_root_of_its_host(tmp_path):
    (tmp_path / "built").mkdir()
    (tmp_path / "built" / "index.html").write_text('<link rel="canonical" href="https://guide.example/">')
    place = built_links.place_below_base(tmp_path / "built", tmp_path / "root")
    assert place.parent == tmp_path / "root" or place == tmp_path / "root"
    assert (place / "index.html").exists()


def test_a_site_without_an_address(tmp_path):
    (tmp_path / "index.html").write_text("<html></html>")
    with pytest.raises(Failure, match="the home page has no canonical address; set site_url"):
        built_links.site_address(tmp_path)


def test_a_page_of_the_theme_has_no_source(tmp_path):
    assert built_links.source_page(built_links.Path("404.html"), tmp_path) == "404.html"
