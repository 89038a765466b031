"""A letter as a web page to print: one file without scripts, pictures or links, which needs no network."""

from html import escape
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED

from etl.vocabulary.labels import EN, ZH
from etl.vocabulary.page_labels.letters import HEAD
from pages.parts.letters.blocks import (
    HEADING,
    ITEM,
    TITLE,
    Block,
    Grid,
    Paragraph,
    Run,
    plain,
)
from pages.parts.letters.letter import Letter
from pages.parts.letters.wording import words_of_letter

_LANGUAGE_TAGS: Final = {ZH: "zh-CN", EN: "en"}
_TAGS: Final = {TITLE: "h1", HEADING: "h2", ITEM: "h3"}
_LOOKS: Final = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_NOTHING_FROM_OUTSIDE: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class PageLetters:
    """Writes letters as pages."""

    ending: Final = "html"
    mime: Final = "text/html"

    packed: Final = ZIP_DEFLATED
    """How a file is packed in an archive."""

    def __init__(self, language: str) -> None:
        self._tag = _LANGUAGE_TAGS[language]

    def written(self, letter: Letter) -> bytes:
        """The whole file."""
        title = _safe(f"{HEAD.say(letter.language)} {letter.agency}")
        body = "\n".join(map(_block, words_of_letter(letter)))
        head = (
            f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_NOTHING_FROM_OUTSIDE}">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
            f"<style>{_LOOKS}</style>"
        )
        body = f"<body><main>{body}</main></body>"
        return f'<!DOCTYPE html>\n<html lang="{self._tag}"><head>{head}</head>\n{body}</html>\n'.encode()


def _block(block: Block) -> str:
    return _grid(block) if isinstance(block, Grid) else _paragraph(block)


def _paragraph(block: Paragraph) -> str:
    tag = _TAGS.get(block.kind, "p")
    return f'<{tag} class="{block.kind}">{"".join(map(_run, block.runs))}</{tag}>'


def _run(run: Run) -> str:
    text = _safe(run.text)
    return f"<b>{text}</b>" if run.is_strong and text else text


def _grid(grid: Grid) -> str:
    shares = [100 * width / sum(grid.widths) for width in grid.widths]
    columns = "".join(f'<col style="width:{share:.1f}%">' for share in shares)
    head = "".join(f'<th scope="col">{_safe(text)}</th>' for text in grid.head)
    rows = "".join(f"<tr>{''.join(f'<td>{_safe(text)}</td>' for text in row)}</tr>" for row in grid.rows)
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _safe(text: str) -> str:
    return escape(plain(text))
