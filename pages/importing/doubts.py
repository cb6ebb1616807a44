"""What may be wrong in the words of a document: lost spaces, odd numbers, likely typos, addresses of persons."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pages.importing.values import Flag, FlagKind
from pages.importing.wording import excerpt, is_unspaced

# Languages that write compounds as one word: there, a long word made of others is no doubt.
_COMPOUNDING = frozenset("de nl sv da nb nn no is fi et hu lb fy af".split())
_RIGHT_TO_LEFT = frozenset("ar he fa ur yi ps".split())
_TWICE_IS_RIGHT = frozenset("had that vous nous sie die das der ja no so non very muito ya ha".split())

_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP_TOUCHES = re.compile(r"\b[^\W\d_]{2,}[.!?;:,](?=[^\W\d_]{2,})[^\W\d_]+")
_DOMAINS = "com|org|net|gov|edu|info|int|eu|uk|ie|us|ca|au|nl|be|de|at|ch|fr|es|pt|br|it|ru|cn|example"
_ADDRESS = re.compile(rf"[\w-]{{1,60}}(?:\.[\w-]{{1,60}}){{0,5}}\.(?:{_DOMAINS})\b")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_TELEPHONE = re.compile(r"(?<![\w.,/-])(?:\+|00|\(?0)[\d\s().–-]{8,20}\d(?![\w,])")
_FREE_CALL = re.compile(r"^(?:0800|0808|080|\+?1[ -]?8[0-9]{2})")
_RANGE = re.compile(r"(?<![\w.,/–-])(\d{1,4}(?:[.,]\d{1,2})?)\s?[–-]\s?(\d{1,4}(?:[.,]\d{1,2})?)(?![\w,/–-]|\.\d)")
_PERCENT = re.compile(r"(?<![\d.,])(\d+(?:[.,]\d+)?)\s?[%٪]|[%٪](\d+)")
_BROKEN_NUMBER = re.compile(r"(?<![\w.:/-])\d+(?:[.,]{2,}\d+|([.,])\d+\1\d{1,2}(?![\d.,]))")
_MORE = re.compile(r"\b(?:more|increase\w*|increasing|rise\w*|rose|higher|mas|plus|mehr|meer)\b", re.IGNORECASE)

_LONG = 14
_PART = 4
_COMMON = 4
_TYPO_LENGTH = 7
_WRONG_LETTER_LENGTH = 9
_ENDING = 3  # letters in which the forms of a word may differ


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the document, and its line."""

    text: str
    line: int


def check_doubts(texts: Sequence[Said], language: str) -> Iterator[Flag]:
    """Flags for texts, each kind at most once for a text."""
    subtag = language.partition("-")[0].lower()
    vocabulary = Counter(word.lower() for said in texts for word in _LETTERS.findall(said.text))
    common = [word for word, count in vocabulary.items() if count >= _COMMON and len(word) >= _TYPO_LENGTH]
    for said in texts:
        bare = " ".join(word for word in said.text.split() if not _is_address(word))
        found: Iterable[tuple[FlagKind, str, str]] = (
            *_lost_spaces(bare, subtag, vocabulary),
            *_numbers(bare, subtag),
            *_typos(bare, vocabulary, common),
            *_personal(said.text),
        )
        told: set[FlagKind] = set()
        for kind, where, message in found:
            if kind not in told:
                told.add(kind)
                yield Flag(kind, said.line, excerpt(where), message)


def _is_address(word: str) -> bool:
    bare = word.lstrip("(<[\"'")
    return "@" in word or "://" in word or bare.startswith("www.") or _ADDRESS.match(bare) is not None


def _lost_spaces(text: str, language: str, vocabulary: Counter[str]) -> Iterator[tuple[FlagKind, str, str]]:
    for match in _STOP_TOUCHES.finditer(text):
        # "e.g.", "p.m." and "i.v." have single letters; "Dr.Smith" is doubtful indeed.
        if not is_unspaced(match[0]):
            yield FlagKind.LOST_SPACE, match[0], "There seems to be no space after the sign in this."
    if language in _COMPOUNDING:
        return
    for word in _LETTERS.findall(text):
        if len(word) >= _LONG and word[1:].islower() and vocabulary[word.lower()] == 1:
            parts = _parts(word.lower(), vocabulary)
            if parts:
                yield FlagKind.LOST_SPACE, word, f"These seem to be several words: {' '.join(parts)}."


def _parts(word: str, vocabulary: Counter[str]) -> list[str]:
    """The words of the document that make up a word; empty if there are none."""
    best: dict[int, list[str]] = {0: []}
    for end in range(_PART, len(word) + 1):
        for start in range(end - _PART + 1):
            part = word[start:end]
            if start in best and len(part) >= _PART and part != word and vocabulary[part]:
                best[end] = [*best[start], part]
                break
    return best.get(len(word), [])


def _numbers(text: str, language: str) -> Iterator[tuple[FlagKind, str, str]]:
    if not _DIGIT.search(text):
        return
    for match in _RANGE.finditer(text):
        low, high = (float(group.replace(",", ".")) for group in match.groups())
        if low > high and not _is_year_span(match[1], match[2]) and low < 1000:
            if language in _RIGHT_TO_LEFT:
                yield FlagKind.REVERSED_DIGITS, match[0], "The greater number is first: was this turned around?"
            else:
                yield FlagKind.NUMBER, match[0], "The greater number is first: is this range right?"
    for match in _PERCENT.finditer(text):
        if match[2]:
            if language not in ("ar", "fa", "tr", "eu"):
                yield FlagKind.NUMBER, match[0], "The sign stands before the number."
        elif float(match[1].replace(",", ".")) > 100 and not _MORE.search(text):
            yield FlagKind.NUMBER, match[0], "More than all of them: is this number right?"
    for match in _BROKEN_NUMBER.finditer(text):
        yield FlagKind.NUMBER, match[0], "Is this one number?"


def _is_year_span(first: str, second: str) -> bool:
    """ "1998-99"."""
    return len(first) == 4 and len(second) == 2


def _typos(text: str, vocabulary: Counter[str], common: Sequence[str]) -> Iterator[tuple[FlagKind, str, str]]:
    last, end = "", 0
    for match in _LETTERS.finditer(text):
        word = match[0].lower()
        between = text[end : match.start()]
        if word == last and between.isspace() and len(word) > 1 and word not in _TWICE_IS_RIGHT:
            yield FlagKind.TYPO, f"{match[0]} {match[0]}", "The same word stands here twice."
        last, end = word, match.end()
        if len(word) >= _TYPO_LENGTH and vocabulary[word] == 1:
            for usual in common:
                if is_slip(word, usual):
                    yield FlagKind.TYPO, match[0], f"Is this meant to be “{usual}”, as elsewhere in the text?"


def is_slip(word: str, usual: str) -> bool:
    """Whether two words differ by one letter too many, too few, wrong, or two exchanged; but not in their endings."""
    if word == usual or abs(len(word) - len(usual)) > 1 or word[0] != usual[0]:
        return False
    start = next((at for at, (a, b) in enumerate(zip(word, usual, strict=False)) if a != b), min(len(word), len(usual)))
    if start >= min(len(word), len(usual)) - _ENDING:
        return False
    rest, right = word[start:], usual[start:]
    if len(rest) == len(right):
        exchanged = rest[:2] == right[1::-1] and rest[2:] == right[2:]
        return exchanged or (len(word) >= _WRONG_LETTER_LENGTH and rest[1:] == right[1:])  # "present" isn't "prevent"
    return rest[1:] == right or rest == right[1:]


def _personal(text: str) -> Iterator[tuple[FlagKind, str, str]]:
    for match in _MAIL.finditer(text) if "@" in text else ():
        yield FlagKind.PERSONAL_DATA, match[0], "An e-mail address: is it somebody's own, and should it be public?"
    for match in _TELEPHONE.finditer(text) if _DIGIT.search(text) else ():
        if not _FREE_CALL.match(match[0].lstrip("(")):
            yield FlagKind.PERSONAL_DATA, match[0].strip(), "A telephone number: is it somebody's own, and still right?"
