"""Start a new page from a template and put it into the navigation.

The page passes every check from the first minute: it says of itself that it is an outline, and the rules on size and
sections wait until that line is deleted.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from pathlib import Path

from studyguide.commands._navigation import NavigationError, add_page
from studyguide.failure import Failure

HELP = 'start a page from a template: new case-study "Title"'
TEMPLATES = Path(__file__).with_name("templates")
FOLDERS = {"case-study": "case-studies", "concept": "concepts"}
SECTIONS = {"case-study": "Case studies", "concept": "Concepts"}
LONGEST_TITLE = 80
LONGEST_SLUG = 50
# Characters whose closest letters Unicode does not name.
SPELLED_OUT = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "þ": "th", "&": " and "})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of `guide new`."""
    parser.add_argument("kind", choices=tuple(FOLDERS), help="what kind of page")
    parser.add_argument("title", help='the title in quotes, such as "Video search"')
    parser.add_argument("--slug", help="the file name without .md (default: made from the title)")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write the page and its line in the navigation; returns 0. Raises Failure and changes nothing otherwise."""
    title = clean_title(arguments.title)
    slug = checked_slug(arguments.slug) if arguments.slug is not None else slug_of(title)
    page = root / "docs" / FOLDERS[arguments.kind] / f"{slug}.md"
    if page.exists():
        raise Failure(f"{page.relative_to(root)} exists already", "choose another title, or give --slug another-name")
    create(root, page, fill_template(arguments.kind, title, slug), SECTIONS[arguments.kind], title)
    print(next_steps(page.relative_to(root).as_posix(), slug))
    return 0


def create(root: Path, page: Path, text: str, section: str, title: str) -> None:
    """Write the page, then the navigation; when the second fails, the first is taken back. Raises Failure."""
    configuration = root / "mkdocs.yml"
    target = page.relative_to(root / "docs").as_posix()
    try:
        with_page = add_page(configuration.read_text(encoding="utf-8"), section, title, target)
    except FileNotFoundError:
        raise Failure("mkdocs.yml is missing", "run this in a checkout of the guide") from None
    except NavigationError as error:
        raise Failure(str(error), f'add this line to the nav of mkdocs.yml by hand: - "{title}": {target}') from None
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8", newline="\n")
    try:
        configuration.write_text(with_page, encoding="utf-8", newline="\n")
    except OSError as error:
        page.unlink()
        raise Failure(f"mkdocs.yml cannot be written: {error.strerror}", "check who owns it") from error


def clean_title(text: str) -> str:
    """The title on one line without surplus spaces. Raises Failure when it is empty, too long or not printable."""
    title = " ".join(text.split())
    if not title:
        raise Failure("the title is empty", 'give one in quotes, as in guide new case-study "Video search"')
    if len(title) > LONGEST_TITLE:
        raise Failure(f"the title has {len(title)} characters", f"give one of at most {LONGEST_TITLE}; it names a tab")
    if not title.isprintable() or any(character in title for character in "<>|`[]"):
        raise Failure(
            "the title has characters that a heading cannot show", "leave out < > | ` [ ] and control characters"
        )
    return title


def slug_of(title: str) -> str:
    """The file name for a title: ASCII letters, digits and hyphens, cut at a word. Raises Failure when none remain."""
    spelled = unicodedata.normalize("NFKD", title.lower().translate(SPELLED_OUT))
    letters = "".join(character for character in spelled if not unicodedata.combining(character))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", letters))
    if not words:
        raise Failure(f'no file name can be made from "{title}"', "give one: --slug video-search")
    slug = words[0][:LONGEST_SLUG]
    for word in words[1:]:
        if len(slug) + 1 + len(word) > LONGEST_SLUG:
            break
        slug = f"{slug}-{word}"
    return "index-page" if slug == "index" else slug


def checked_slug(text: str) -> str:
    """The given file name. Raises Failure when it is not one that an address can carry."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) or len(text) > LONGEST_SLUG or text == "index":
        remedy = "use small letters, digits and hyphens: --slug video-search"
        raise Failure(f'"{text}" cannot be the file name of a page', remedy)
    return text


def fill_template(kind: str, title: str, slug: str) -> str:
    """The text of a new page. The template's own placeholders are the only ones: `@@title@@` and `@@slug@@`."""
    template = (TEMPLATES / f"{kind.replace('-', '_')}.md").read_text(encoding="utf-8")
    quoted = json.dumps(title, ensure_ascii=False)  # a JSON string is a YAML string
    return template.replace("@@quoted_title@@", quoted).replace("@@title@@", title).replace("@@slug@@", slug)


def next_steps(path: str, slug: str) -> str:
    """What to do with the new page."""
    return "\n".join(
        (
            f"wrote {path} and added it to the nav in mkdocs.yml",
            f"  read it:   ./scripts/guide serve, then open the page {slug}",
            f"  check it:  ./scripts/guide check {path}",
            "  finish it: replace what the comments ask for, then change `status: outline` to `status: draft`",
        )
    )
