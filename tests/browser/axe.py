"""axe on a page as it stands, light and dark; what it has passed, it is not asked about again.

It would look at the colors of thousands of texts of which most look alike: the same element with
the same styles in parents of the same looks. When axe has passed some with a look, on this page or
another, more of them tell nothing new. And most rules only ask what is there and what of it is
shown: where that is as it was, at another width, only the rest can find anything.
"""

from typing import Any

from playwright.sync_api import Page

from tests.conftest import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# In the dark only these can find anything new.
COLORS = {"color-contrast": "*", "link-in-text-block": "a[href]"}
NOT_COLORS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {name: {"enabled": False} for name in COLORS},
}
# The others that ask where things are, and how large.
PLACES = {
    "runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]},
}
RUN = """async (options) => {
    const { violations } = await axe.run({ ...options, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html.slice(0, 160)]));
}"""
SHOWN = """() => [...document.querySelectorAll("*")].map(
    (each) => [each.localName, each.id, each.getClientRects().length > 0
        && each.checkVisibility({ visibilityProperty: true })]
).join()"""
# What decides whether a text can be told from what is behind it and beside it.
STYLES = [
    "color", "backgroundColor", "backgroundImage", "fill", "opacity", "filter", "mixBlendMode",
    "fontSize", "fontWeight", "fontStyle", "textShadow", "textDecoration", "borderBottom",
    "outline", "display", "float", "position", "zIndex", "transform", "clip", "clipPath",
    "overflow",
]  # fmt: skip
# Of so many places with a look axe may find one where it cannot say what is behind.
TRIES = 4
RUN_ON_NEW_LOOKS = """async ([passed, styles, tries, selectors]) => {
    const hash = (text) => {
        let [one, two] = [0xdeadbeef, 0x41c6ce57];
        for (let at = 0; at < text.length; at += 1) {
            one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
            two = Math.imul(two ^ text.charCodeAt(at), 1597334677);
        }
        return (one >>> 0).toString(36) + (two >>> 0).toString(36);
    };
    const text = ({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim();
    const says = (each) => each.matches("a, input, select, textarea")
        || [...each.childNodes].some(text);
    const known = new Set(passed);
    const looks = new Map();
    const counts = new Map();
    const chosen = [];
    for (const each of document.querySelectorAll("html, body, body *")) {
        const style = getComputedStyle(each);
        const own = styles.map((name) => style[name]).join();
        const look = hash(`${looks.get(each.parentElement)} ${each.localName} ${own}`);
        looks.set(each, look);
        const count = counts.get(look) ?? 0;
        if (known.has(look) || count >= tries || !says(each)) continue;
        if (!each.checkVisibility()) continue;
        counts.set(look, count + 1);
        chosen.push(each);
    }
    if (!chosen.length) return { found: [], passed: [] };
    for (const each of chosen) each.dataset.newLook = "";
    axe.configure({
        rules: Object.entries(selectors).map(([id, selector]) => (
            { id, selector: `:is(${selector})[data-new-look]` }
        )),
    });
    const { violations, passes, incomplete } = await axe.run({
        runOnly: { type: "rule", values: Object.keys(selectors) },
        resultTypes: ["violations", "passes", "incomplete"],
        elementRef: true,
    });
    for (const each of chosen) delete each.dataset.newLook;
    const looksOf = (rules) => new Set(
        rules.flatMap(({ nodes }) => nodes.map(({ element }) => looks.get(element)))
    );
    return {
        found: violations.flatMap(({ id, nodes }) => (
            nodes.map(({ html }) => [id, html.slice(0, 160)])
        )),
        passed: [...looksOf(passes).difference(looksOf(incomplete))],
    };
}"""

passed_looks: set[str] = set()


def violations(page: Page, seen: set[str] | None = None) -> list[tuple[str, ...]]:
    """Where the page breaks a rule: the color scheme, the rule and the element.

    `seen`: what was shown when it was asked about this page before; this is added.
    """
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    # Where a page happens to be scrolled to, half a button may be under the bar.
    page.evaluate("window.scrollTo(0, 0)")
    page.emulate_media(color_scheme="light")
    seen = set() if seen is None else seen
    shown = page.evaluate(SHOWN)
    rules = PLACES if shown in seen else NOT_COLORS
    seen.add(shown)
    found = [("light", *each) for each in page.evaluate(RUN, rules)]
    schemes: tuple[Any, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        said = page.evaluate(RUN_ON_NEW_LOOKS, [list(passed_looks), STYLES, TRIES, COLORS])
        passed_looks.update(said["passed"])
        found += [(scheme, *each) for each in said["found"]]
    return found
