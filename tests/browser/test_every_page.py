"""What holds on every page, seen by a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from .built_pages import page_paths
from .conftest import assert_none
from .visits import MISSING, PHONE, Diagram, Visit

pytestmark = pytest.mark.browser


def noted(visits: list[Visit], look: Callable[[Visit], list[str]]) -> list[str]:
    """What `look` finds, each with the page where it was found."""
    return [f"{visit.name}: {found}" for visit in visits for found in look(visit)]


def of_diagrams(visits: list[Visit], look: Callable[[Diagram], object]) -> list[str]:
    """The diagrams of which `look` finds something, with the page."""
    return noted(
        visits, lambda visit: [f"{diagram.name}: {look(diagram)}" for diagram in visit.diagrams if look(diagram)]
    )


def test_every_page_was_visited_by_day_and_by_night(visits: list[Visit], built_site: Path) -> None:
    expected = {*page_paths(built_site), MISSING}
    assert "" in expected
    for scheme in ("light", "dark"):
        assert {visit.path for visit in visits if visit.scheme == scheme} == expected


def test_no_page_reports_an_error(visits: list[Visit]) -> None:
    assert_none(noted(visits, lambda visit: visit.errors))


def test_no_request_fails(visits: list[Visit]) -> None:
    assert_none(noted(visits, lambda visit: visit.failed))


def test_no_page_asks_another_origin(visits: list[Visit], served_site: str) -> None:
    own = (served_site, "data:", f"blob:{urljoin(served_site, '/')}")
    assert_none(noted(visits, lambda visit: [url for url in visit.requested if not url.startswith(own)]))
    assert all(visit.requested for visit in visits)


def test_no_page_scrolls_sideways_on_a_phone(visits: list[Visit]) -> None:
    narrow = [visit for visit in visits if visit.width == PHONE]
    assert_none(f"{visit.name}: {visit.scroll_width} px wide" for visit in narrow if visit.scroll_width > PHONE)


def test_what_is_wider_than_the_window_scrolls_in_its_own_box(visits: list[Visit]) -> None:
    assert_none(noted(visits, lambda visit: visit.cut[:3]))
    assert any(visit.boxes for visit in visits if visit.width == PHONE)


def test_every_diagram_is_drawn(visits: list[Visit]) -> None:
    assert_none(of_diagrams(visits, lambda diagram: diagram.message or (not diagram.labels and "has no labels")))
    assert any(visit.diagrams for visit in visits)


def test_every_diagram_can_be_read_on_paper(visits: list[Visit]) -> None:
    def too_small(diagram: Diagram) -> str:
        width, height = diagram.box or (0, 0)
        points = 12 * min(1, 673 / max(width, 1), 850 / max(height, 1))
        small = width > 1000 or points < 7
        return f"{width:.0f} × {height:.0f} px, labels of {points:.1f} pt in print" if small else ""

    assert_none(of_diagrams([visit for visit in visits if visit.scheme == "light"], too_small))


def test_every_diagram_has_the_colors_of_day_and_night(visits: list[Visit]) -> None:
    assert_none(of_diagrams(visits, lambda diagram: diagram.standIn and "keeps the color of a stand-in"))
    assert_none(of_diagrams(visits, lambda diagram: diagram.faint and f"labels hard to see: {diagram.faint[:3]}"))
