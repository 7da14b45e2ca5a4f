"""Whom to ask in each state: data with the facts' own rules, and a place for each state."""

import re
import tomllib
from typing import Any

import pytest

from calculators.facts import FACTS, Fact
from calculators.letters import LETTERS
from calculators.plan import FLOW
from calculators.states import STATES, State
from calculators.states.loader import StatesError, load_folder, read_states
from scripts.site.identity import own_state
from scripts.site.states import ask, state_fragments
from tests.conftest import ROOT
from tests.content.test_guides import DOCS

OFFICES = ROOT / "calculators/states/offices.toml"
PAGES = sorted((DOCS / "states").glob("*.md"))
OWN = {path.stem for path in PAGES} - {"index"}
# The audit's list: what must not be said of a state, and stands in no list of offices, in no fact
# beside a state's name, and on no page of a state.
TOO_RISKY = re.compile(
    "deficien|limitation|redempt|redeem|mediat|homestead|judicial|bars? .{0,20}foreclos|time limit",
    re.IGNORECASE,
)
# Letters that a sale or an old debt cannot wait for.
URGENT = {"stop-sale", "stop-sale-late", "whose-sale", "old-debt", "restart-statements"}
INCLUDED = re.compile(r"\{!facts/(\w+)\.html!\}")


def tables() -> dict[str, Any]:
    return tomllib.loads(OFFICES.read_text(encoding="utf-8"))


def test_the_states_are_those_of_the_front_door() -> None:
    assert tuple(each.name for each in STATES) == FLOW.states
    assert len(STATES) == 52
    assert len({each.slug for each in STATES}) == 52


@pytest.mark.parametrize("state", STATES, ids=lambda each: each.code)
def test_a_state_has_people_to_ask(state: State) -> None:
    labels = [each.label for each in state.offices]
    assert len(set(labels)) == len(labels)
    assert {"Attorney general", "Consumer complaints"} <= set(labels)
    for office in state.offices:
        assert office.fact.unit == "text" and office.fact.source
        assert not TOO_RISKY.search(office.name)
    assert all(known.place == state.code for known in state.law)


# Offices of their own, and none of the attorney general's, on USA.gov's list of May 25, 2025.
OF_THEIR_OWN = {
    "CA": "www.dca.ca.gov",
    "CT": "portal.ct.gov/dcp",
    "FL": "www.fdacs.gov",
    "GA": "consumer.georgia.gov",
    "HI": "cca.hawaii.gov/ocp",
    "MA": "www.mass.gov/orgs/office-of-consumer-affairs-and-business-regulation",
    "NJ": "www.njconsumeraffairs.gov",
    "NY": "dos.ny.gov/consumer-protection",
    "PR": "www.daco.pr.gov",
    "SC": "consumer.sc.gov",
    "UT": "dcp.utah.gov",
    "WI": "datcp.wi.gov",
}


@pytest.mark.parametrize("code", OF_THEIR_OWN)
def test_twelve_consumer_offices_are_not_the_attorney_generals(code: str) -> None:
    """A reader must be sent to the right one of the two."""
    at = {
        kind: tables()[kind]["at"][code]["url"] for kind in ("attorney_general", "consumer_office")
    }
    assert OF_THEIR_OWN[code] in at["consumer_office"]
    assert OF_THEIR_OWN[code] not in at["attorney_general"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t["names"].update(ZZ="Aland"), "each state once"),
        (lambda t: t["legal_aid"].update(nmae="x"), "unknown key 'nmae'"),
        (lambda t: t["legal_aid"].pop("label"), "'label' is missing"),
        (lambda t: t["legal_aid"].update(label=""), "not empty"),
        (lambda t: t["legal_aid"].update(fact="no_such_fact"), "there is no fact"),
        (lambda t: t["legal_aid"]["at"].update(XX={"name": "x"}), "there is no state 'XX'"),
        (lambda t: t["legal_aid"]["at"].update(OH={"link": "x"}), "unknown key 'link'"),
        (lambda t: t["legal_aid"]["at"].update(OH={"url": "http://example.org"}), "https://"),
        (lambda t: t["legal_aid"]["at"].update(OH={}), "a name or an address"),
        (lambda t: t["legal_aid"]["at"].update(OH="x"), "must be a table"),
    ],
)
def test_what_is_wrong_stops_the_build_by_name(change: Any, says: str) -> None:
    table = tables()
    change(table)
    with pytest.raises(StatesError, match=says):
        read_states(table)


def test_a_file_that_is_no_toml_is_named(tmp_path: Any) -> None:
    (tmp_path / "offices.toml").write_text("names = [")
    with pytest.raises(StatesError, match=r"offices\.toml"):
        load_folder(tmp_path)


def test_each_state_has_a_place_that_says_what_we_read() -> None:
    """Where no law was read it says so, and never that there are no rights."""
    html = state_fragments(DOCS)["states/list.html"]
    for state in STATES:
        part = html.split(f'<h3 id="{state.slug}">')[1].split("</section>")[0]
        assert f'<a href="#{state.slug}">{state.name}</a>' in html
        assert 'href="#ask-legal-aid"' in part
        unread = f"We have not read {state.name}’s law. That does not mean you have no rights."
        assert (unread in part) != (f'href="{state.slug}/"' in part), state.name
        for office in state.offices:
            assert office.url in part
        for known in state.law:
            assert known.basis == "primary" or known.says not in part


def is_too_risky(known: Fact) -> bool:
    """A number of years is how old a debt or a suit may be: details decide it."""
    said = f"{known.says} {known.text} {known.note} {known.source}"
    return known.unit == "years" or bool(TOO_RISKY.search(said))


def test_what_is_said_of_a_state_was_read_and_is_not_too_risky() -> None:
    shown = [known for state in STATES for known in state.law if known.basis == "primary"]
    assert len(shown) > 12
    assert not [known.id for known in shown if is_too_risky(known)]
    assert is_too_risky(FACTS["ct_foreclosure_years"])
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        assert not TOO_RISKY.search(text), path.stem
        for known in map(FACTS.__getitem__, INCLUDED.findall(text)):
            assert known.place == "US" or known in shown, f"{path.stem}: {known.id}"


def test_only_a_state_whose_law_we_read_has_a_page_of_its_own() -> None:
    by_slug = {each.slug: each for each in STATES}
    assert {by_slug[slug].name for slug in OWN} == set(FLOW.law_read)
    for slug in OWN:
        read = [known for known in by_slug[slug].law if known.basis == "primary"]
        text = (DOCS / f"states/{slug}.md").read_text(encoding="utf-8")
        quoted = [known for known in read if known.text.startswith("“")]
        assert quoted and all(known.text_day for known in quoted), slug
        for known in read:
            assert f"{{!facts/{known.id}.html!}}" in text, known.id
        assert f"{{!states/{slug}.html!}}" in text
        assert "That does not mean you have no rights." in text


@pytest.mark.parametrize("slug", sorted(OWN))
def test_under_a_quote_stand_its_section_and_the_date_of_the_text(slug: str) -> None:
    text = (DOCS / f"states/{slug}.md").read_text(encoding="utf-8")
    quotes = re.findall(r"(?:^>.*\n)+", text, re.MULTILINE)
    cited = state_fragments(DOCS)
    for quote in quotes:
        (known,) = map(FACTS.__getitem__, INCLUDED.findall(quote))
        assert known.text.startswith("“") and known.text_date.count("-") == 2
        assert quote.endswith(f"> {{!facts/cite/{known.id}.html!}}\n")
        under = cited[f"facts/cite/{known.id}.html"]
        assert re.search(r"\d", known.source) and known.source in under
        assert known.text_in_words in under
    said = [fact for state in STATES if state.slug == slug for fact in state.law]
    assert len(quotes) == sum(fact.text.startswith("“") for fact in said)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_number_of_law_stands_in_the_words(path: Any) -> None:
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    words = re.sub(r"\{!.*?!\}|\]\([^)]*\)|^\d+\.", "", text, flags=re.MULTILINE)
    assert not re.search(r".{0,20}\d.{0,20}", words), "make it a fact and include it"


def leads_to_the_states(text: str) -> bool:
    return "](../states/index.md" in text or "\n{!states/ask.md!}\n" in text


@pytest.mark.parametrize("path", sorted((DOCS / "more").glob("*.md")), ids=lambda path: path.stem)
def test_a_guide_leads_to_the_states_at_once(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    if "states/index.md" not in text:
        today = text.split("## Do this today")[1].split("\n## ")[0]
        assert leads_to_the_states(today)


@pytest.mark.parametrize("slug", LETTERS)
def test_a_letter_that_state_law_touches_leads_to_the_states(slug: str) -> None:
    text = (DOCS / f"letters/{slug}.md").read_text(encoding="utf-8")
    speaks = re.search(r"legal aid|(state|states’|state[’']s) law|(some|your) state", text, re.I)
    assert leads_to_the_states(text) or not speaks
    if slug in URGENT:
        assert leads_to_the_states(text.split("## Is it the right letter?")[0])


def test_the_line_that_leads_to_the_states_is_a_sentence_and_a_link() -> None:
    """A copy that serves one state names it first, and leads to the others too."""
    assert state_fragments(DOCS)["states/ask.md"] == ask(own_state())
    link = r"[^\[]+[.?] \[[^]]+\]\(\.\./states/index\.md#{}\)\."
    assert re.fullmatch(link.format("all-states"), ask(None))
    (ohio,) = [each for each in STATES if each.code == "OH"]
    assert re.fullmatch(link.format("ohio") + link.format("all-states"), ask(ohio))


def test_the_plan_says_what_was_read() -> None:
    from calculators.plan import make

    for name, said in (("Ohio", "We have not read the law of Ohio"), ("Virginia", "only a part")):
        reply = make({"happening": "old", "state": name, "old_papers": "no"}, {}, "2026-11-26")
        assert said in reply["state"]
        assert reply["state_page"] == f"states/index.md#{name.lower()}"
    assert make({"happening": "old", "state": "skip"}, {}, "2026-11-26")["state_page"] == ""


def test_every_page_that_the_plan_names_for_a_state_exists() -> None:
    from calculators.plan import make

    html = state_fragments(DOCS)["states/list.html"]
    for state in STATES:
        page = make({"happening": "old", "state": state.name}, {}, "2026-11-26")["state_page"]
        assert page == f"states/index.md#{state.slug}"
        assert f'id="{state.slug}"' in html


def test_a_list_is_looked_at_again_by_the_facts_own_rules() -> None:
    for kind, rows in tables().items():
        if kind != "names":
            known = FACTS[rows["fact"]]
            assert known.checked < known.check_by and known.text_date
