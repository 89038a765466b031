"""Which findings the reader wants to see: rule, severity, verdict, standing and agency, all in the address."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from etl.vocabulary.decisions import FIXED, OPEN, STANDINGS
from etl.vocabulary.labels import (
    COLUMN_RULE,
    COLUMN_SEVERITY,
    COLUMN_STATE,
    LIST_MARK,
    SEVERITIES,
    STATES,
    UNNAMED,
)
from etl.vocabulary.page_labels.checks import (
    ALL_LIVES,
    ALL_RULES,
    ALL_SEVERITIES,
    ALL_VERDICTS,
    ANY_AGENCY,
    BY_RULE,
    BY_YEAR,
    COLUMN_STANDING,
    EVERY_AGENCY,
    FILE_AGENCY,
    FILE_CONDITIONS,
    FIRST_SEVERITIES,
    GROUP_BOX,
    LIFE_HELP,
    ONE_AGENCY,
    ONE_AGENCY_GONE,
    SEVERITY_HELP,
)
from etl.vocabulary.page_labels.checks import BY_PART as BY_PART_SAID
from etl.vocabulary.regions import COUNTY, PREFECTURE, PROVINCE
from etl.vocabulary.rules import ERROR, INFO, RULE_BY_NAME, RULES, WARNING
from pages.parts.choosing.address import Choice, choose_many, choose_one, choose_switch, option_of, options_of, put_back
from pages.parts.going import FINDINGS_KEY
from pages.parts.plain import escaped
from pages.parts.view import View
from pages.queries import checks
from pages.queries.agency import agency_facts
from pages.queries.checks import Conditions

RULE_KEY: Final = "finding_rule"
SEVERITY_KEY: Final = "finding_severity"
VERDICT_KEY: Final = "finding_verdict"
LIFE_KEY: Final = "standing"
GROUP_KEY: Final = "findings_by"
LEVEL_BELOW: Final = {None: PROVINCE, PROVINCE: PREFECTURE, PREFECTURE: COUNTY}
PART: Final = "part"
EVERY_LIFE: Final = "all"
_LISTED_FIRST: Final = (ERROR, WARNING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the reader chose; `life` is a standing, EVERY_LIFE for all findings of the build.

    With `is_folded` notes are only counted: the severities in `conditions` are then those listed first.
    """

    conditions: Conditions
    life: str = EVERY_LIFE
    is_folded: bool = False
    agency: str = ""

    @property
    def notes(self) -> Conditions:
        """The same for what is folded."""
        return Conditions(self.conditions.rules, (INFO,), self.conditions.states, self.conditions.agency)


def choose_wanted(view: View) -> Wanted:
    """The choices of the reader, drawn in a row."""
    agency, name = _agency(view)
    rule, severity, verdict, life = st.columns([0.36, 0.22, 0.22, 0.2])
    with rule:
        options = [option_of(one, view.language) for one in RULES]
        rules = choose_many(Choice(RULE_KEY, view.say(COLUMN_RULE), options, view.say(ALL_RULES)))
    with verdict:
        states = choose_many(
            Choice(VERDICT_KEY, view.say(COLUMN_STATE), options_of(STATES, view.language), view.say(ALL_VERDICTS))
        )
    with life:
        options = options_of({EVERY_LIFE: ALL_LIVES}, view.language)
        options += [option_of(word, view.language) for word in STANDINGS]
        chosen = choose_one(Choice(LIFE_KEY, view.say(COLUMN_STANDING), options, help=view.say(LIFE_HELP)))
    may_fold = not (rules or states) and chosen in (EVERY_LIFE, OPEN)
    with severity:
        words = (view.say(FIRST_SEVERITIES if may_fold else ALL_SEVERITIES), view.say(SEVERITY_HELP))
        severities = choose_many(
            Choice(SEVERITY_KEY, view.say(COLUMN_SEVERITY), options_of(SEVERITIES, view.language), *words)
        )
    is_folded = may_fold and not severities
    shown = _LISTED_FIRST if is_folded else tuple(sorted(severities))
    return Wanted(Conditions(tuple(sorted(rules)), shown, tuple(sorted(states)), agency), chosen, is_folded, name)


def choose_group(view: View) -> str:
    """By what the picture tells the findings apart: BY_RULE, BY_YEAR or PART."""
    said = {checks.BY_RULE: BY_RULE, checks.BY_YEAR: BY_YEAR, PART: BY_PART_SAID}
    return choose_switch(Choice(GROUP_KEY, view.say(GROUP_BOX), options_of(said, view.language)))


def follow(view: View, by: str, picked: str | None) -> None:
    """Leaves only what was picked in the picture, once for each pick."""
    memory = f"followed in the picture by {by}"
    before = st.session_state.get(memory)
    st.session_state[memory] = picked
    if picked is None or picked == before:
        return
    if by == checks.BY_RULE:
        put_back({RULE_KEY: [picked]})
    elif by == checks.BY_YEAR and picked.isdecimal():
        put_back({"year": [int(picked)]})
    elif by == PART:
        _go_into(view, picked)


def _go_into(view: View, part: str) -> None:
    """Looks at one part of the area: a division, or an agency where there is none below."""
    if view.area_level == COUNTY:
        st.query_params[FINDINGS_KEY] = part
        st.rerun()
    level = LEVEL_BELOW[view.area_level]
    if part and part != view.selection.region:
        put_back({level: part})


def unfold() -> None:
    """Lists the notes too."""
    put_back({SEVERITY_KEY: list(SEVERITIES)})


def conditions_in_words(view: View, wanted: Wanted) -> str:
    """What is listed, in one line, for a file."""
    mark, chosen = view.say(LIST_MARK), wanted.conditions
    lives = {word.name: word.label(view.language) for word in STANDINGS}
    return view.say(
        FILE_CONDITIONS,
        rules=mark.join(RULE_BY_NAME[name].label(view.language) for name in chosen.rules) or view.say(ALL_RULES),
        severities=mark.join(view.say(SEVERITIES[name]) for name in chosen.severities or SEVERITIES),
        verdicts=mark.join(view.say(STATES[name]) for name in chosen.states or STATES),
        life=lives.get(wanted.life, view.say(ALL_LIVES)),
        agency=view.say(FILE_AGENCY, agency=wanted.agency, id=chosen.agency) if chosen.agency else view.say(ANY_AGENCY),
    )


def is_fixed_wanted(wanted: Wanted) -> bool:
    """Whether the findings wanted are those that are found no more."""
    return wanted.life == FIXED


def _agency(view: View) -> tuple[str, str]:
    """Id and name of the agency in the address, with a button that lets go of it; two empty texts without one."""
    asked = st.query_params.get(FINDINGS_KEY, "")
    if not asked:
        return "", ""
    facts = view.ask(agency_facts, asked)
    if facts.is_empty():
        st.warning(escaped(view.say(ONE_AGENCY_GONE, agency=asked[:40])), icon=":material/link_off:")
        return "", ""
    name = facts["name"][0] or view.say(UNNAMED)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{escaped(view.say(ONE_AGENCY, agency=name))}**", width="content")
        if st.button(view.say(EVERY_AGENCY), icon=":material/close:"):
            st.query_params.pop(FINDINGS_KEY)
            st.rerun()
    return asked, name
