"""What passes between the steps of an import: frozen values, each with the line it came from."""

from dataclasses import dataclass
from enum import StrEnum

from pages.vocabulary import Approach, Section


class Kind(StrEnum):
    """What a piece of a document is, whatever file format it was read from."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"


class FlagKind(StrEnum):
    """What an editor is asked to look at before publishing."""

    ENCODING = "encoding"
    HIDDEN = "hidden"
    NO_TITLE = "no_title"
    NO_TEXT = "no_text"
    NO_HEADING = "no_heading"
    TITLE_IS_HEADING = "title_is_heading"
    SAME_TITLE = "same_title"
    SAME_FILE = "same_file"
    NO_LEXICON = "no_lexicon"
    WRONG_LANGUAGE = "wrong_language"
    EMPTY_HEADING = "empty_heading"
    STRAY_LINE = "stray_line"
    UNRECOGNISED_HEADING = "unrecognised_heading"
    DUPLICATE_HEADING = "duplicate_heading"
    LIST_MISSING = "list_missing"
    PLACEHOLDER = "placeholder"
    TABLE = "table"
    HTML = "html"
    LINKS = "links"
    REPEATED = "repeated"
    LOST_SPACE = "lost_space"
    REVERSED_DIGITS = "reversed_digits"
    NUMBER = "number"
    TYPO = "typo"
    PERSONAL_DATA = "personal_data"
    MOVED_TEXT = "moved_text"
    BODY_REGION = "body_region"


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph, list item or table row, and the line (from 1) where it begins.

    `level` is a heading's depth where the source says it (1 is the title's), else 0.
    `marker` is what stood before the text and is not part of it: "•", "2.", "==".
    The cells of a table row are joined by " | ".
    `html` is the text as database HTML, where it has links or marks (bold, italic, raised, lowered), else empty.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    marker: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class ImportedBlock:
    """A piece in its section. A heading's `level` is never 0 here; `approach` is set on treatment headings only."""

    kind: Kind
    text: str
    line: int
    level: int = 0
    marker: str = ""
    approach: Approach | None = None
    html: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSection:
    """A run of blocks for one section of the page; several runs may name the same section."""

    section: Section
    heading: str | None
    line: int
    blocks: tuple[ImportedBlock, ...] = ()
    marker: str = ""
    level: int = 2


@dataclass(frozen=True, slots=True)
class Dropped:
    """A text left out on purpose; `reason` is a group of the lexicon's boilerplate ("survey", "cookies")."""

    text: str
    line: int
    reason: str
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something for an editor to check: `where` is the heading or the words concerned."""

    kind: FlagKind
    line: int
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader of a file format found: the pieces of the document, and what it knows to be around them."""

    pieces: tuple[Piece, ...]
    dropped: tuple[Dropped, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A legacy document in the shape of a condition page, with all that was dropped or is doubtful."""

    title: str
    language: str
    sections: tuple[ImportedSection, ...]
    dropped: tuple[Dropped, ...]
    flags: tuple[Flag, ...]
