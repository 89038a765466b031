"""What a rule is: its words, how grave a breach is, and, for a rule about sums, the sums themselves as data."""

from dataclasses import dataclass
from typing import Final

from etl.vocabulary.form import FORM_SOURCE, REQUESTS, TABLES
from etl.vocabulary.short_labels import short_label
from etl.vocabulary.words import Word

ERROR: Final = "error"
WARNING: Final = "warning"
INFO: Final = "info"

PASSED: Final = "pass"
FAIL: Final = "fail"
UNCERTAIN: Final = "uncertain"
NOT_ASSESSABLE: Final = "not_assessable"

ROWS: Final = "item"
COLUMNS: Final = "measure"

EQUAL: Final = "="
AT_LEAST: Final = "≥"
BREACH_OF: Final = {EQUAL: "≠", AT_LEAST: "<"}
"""How a comparison is written, and how its breach is."""


@dataclass(frozen=True, slots=True)
class Term:
    """One summand: an item or a column, of this report or of the same agency's last year; `sign` is 1 or −1."""

    name: str
    of_last_year: bool = False
    sign: int = 1

    def label(self, table: str, language: str) -> str:
        """The summand in the words of the form, without its sign."""
        return short_label(table, self.name, language)


def last(name: str) -> Term:
    """A summand of last year's report."""
    return Term(name, of_last_year=True)


def less(name: str) -> Term:
    """A summand taken off."""
    return Term(name, sign=-1)


@dataclass(frozen=True, slots=True)
class Identity:
    """Two sums of a table to compare: Σ left = Σ right (or ≥), once for each line of the other direction.

    `along` says what the names are: `item` when rows are added (judged for each column), `measure` when
    columns are added (judged for each row). Of `other` and `other.*` only those count that are printed.
    `lines`: the lines judged, all of the table when empty. `form`: the form that prints the summands, "" for both.
    """

    table: str
    along: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    comparison: str = EQUAL
    lines: tuple[str, ...] = ()
    form: str = ""

    @property
    def looks_back(self) -> bool:
        """Whether last year's report is needed."""
        return any(term.of_last_year for term in (*self.left, *self.right))

    def sentence(self, language: str) -> str:
        """The comparison in the words of the form, as 本年新收 + 上年结转 = 办结总计 + 结转下年度."""
        sides = (self._side(side, language) for side in (self.left, self.right))
        return f" {self.comparison} ".join(sides)

    def _side(self, side: tuple[Term, ...], language: str) -> str:
        return join_terms([(term, term.label(self.table, language)) for term in side], language)


def join_terms(terms: list[tuple[Term, str]], language: str) -> str:
    """Summands with their signs; those of last year's report say so where they follow others or begin."""
    texts = []
    for at, (term, label) in enumerate(terms):
        sign = ("− " if at else "−") if term.sign < 0 else ("+ " if at else "")
        year = LAST_YEARS_REPORT[language == "en"] if term.of_last_year else ""
        texts.append(f"{sign}{year}{label}")
    return " ".join(texts)


LAST_YEARS_REPORT: Final = ("上年年报·", "last year's report: ")


@dataclass(frozen=True, slots=True)
class Rule(Word):
    """One rule: a word whose definition says what is asked of the report.

    `severity` is that of a `fail`, `doubt_severity` that of an `uncertain`; `tables` are those it speaks of
    (none: of the report as a whole); `expression` is what is compared, in words.
    """

    severity: str = ERROR
    doubt_severity: str = INFO
    tables: tuple[str, ...] = ()
    expression: str = ""
    expression_en: str = ""
    uncertain_when: str = ""
    uncertain_when_en: str = ""
    identity: Identity | None = None

    def expression_text(self, language: str) -> str:
        """What is compared, in `zh` or `en`."""
        return self.expression_en if language == "en" else self.expression


DOUBT: Final = ("任一操作数空白、不适用、无法识读或缺失时无法判断", "Uncertain when an operand is blank, not applicable, unreadable or missing")
_DOUBT_OF_TOTALS = (f"{DOUBT[0]}；总计一列不平，而少的一边有单元格没有数字时，总计可能没有计入，也无法判断",
                    f"{DOUBT[1]}; so is the column of totals where its smaller side has a cell without a number, which the total may leave out")


def sum_rule(name: str, zh: str, en: str, means: tuple[str, str], identity: Identity, sentence: tuple[str, str] | None = None, *,
             severity: str = ERROR) -> Rule:
    """A rule that compares two sums; its sentence is made from them unless a shorter one is given."""
    expression = sentence or (identity.sentence("zh"), identity.sentence("en"))
    doubt = _DOUBT_OF_TOTALS if (identity.table, identity.along) == (REQUESTS, ROWS) else DOUBT
    return Rule(name, "rule", zh, en, *means, FORM_SOURCE, severity=severity, tables=(identity.table,), expression=expression[0], expression_en=expression[1],
                uncertain_when=doubt[0], uncertain_when_en=doubt[1], identity=identity)


def plain_rule(name: str, label: tuple[str, str], means: tuple[str, str], expression: tuple[str, str], uncertain: tuple[str, str] = ("", ""), *,
               severity: str = INFO, doubt_severity: str = INFO, tables: tuple[str, ...] = TABLES, source: str = "Gongkai") -> Rule:
    """A rule whose judge is written for it."""
    return Rule(name, "rule", *label, *means, source, severity=severity, doubt_severity=doubt_severity, tables=tables,
                expression=expression[0], expression_en=expression[1], uncertain_when=uncertain[0], uncertain_when_en=uncertain[1])
