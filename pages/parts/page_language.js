// The language of the document, so that a screen reader speaks it as what it is; Streamlit says "en" whatever it shows.
// And what Streamlit writes itself, in the language of the page: known texts only, in the places where it writes them.
// WORDS stands before this file: pairs of Streamlit's own text and the Chinese one.

const CHROME = ["stSkipToContent", "stTooltipContent", "InputInstructions", "stMultiSelectDropdown",
  "stSelectboxVirtualDropdown", "stDataFrameColumnMenu", "stDataFrameColumnFormattingMenu", "stDataFrameStatisticsMenu",
  "stMainMenuPopover", "stStatusWidget", "stConnectionStatus"];
const TEXTS = [...CHROME.map((name) => `[data-testid=${name}]`), "[data-live-announcer]", "[aria-live]"].join();
const NAMED = ["aria-label", "title", "placeholder"];
/** Where documents and figures are drawn: none of it is Streamlit's, and charts change with every move of the mouse. */
const NOT_OURS = "svg, canvas, .js-plotly-plot, [data-testid=stHtml], [data-testid=stMarkdown], [role=option]";

/** A function that gives a text in the other language; null for a text that is not known. */
function dictionary(pairs) {
  const whole = new Map(pairs);
  const filled = pairs.filter(([from]) => from.includes("{n}")).map(([from, to]) => {
    const [before, after] = from.split("{n}");
    return (text) => text.startsWith(before) && text.endsWith(after) && text.length > from.length - 3
      ? to.replace("{n}", () => text.slice(before.length, text.length - after.length)) : null;
  });
  return (text) => whole.get(text) ?? filled.reduce((found, fill) => found ?? fill(text), null);
}

/** Puts all that is known on the page into its language. */
function translate(inOther) {
  for (const place of document.querySelectorAll(TEXTS)) {
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = inOther(node.data.trim());
      if (text !== null) node.data = text;
    }
  }
  for (const name of NAMED) {
    for (const place of document.querySelectorAll(`[${name}]`)) {
      const text = place.closest(NOT_OURS) ? null : inOther(place.getAttribute(name).trim());
      if (text !== null) place.setAttribute(name, text);
    }
  }
}

const BOTH = {
  "zh-CN": dictionary(WORDS),
  en: dictionary(WORDS.map(([english, chinese]) => [chinese, english])),
};

/** Has the page translated before it is painted, whenever something in it has changed. */
function keepTranslated() {
  const state = { language: "en", isDue: false };
  const pass = () => {
    state.isDue = false;
    translate(BOTH[state.language]);
  };
  const due = () => {
    if (!state.isDue) requestAnimationFrame(pass);
    state.isDue = true;
  };
  const watcher = new MutationObserver((changes) => {
    const isOurs = ({ target }) => !(target.closest ? target : target.parentElement)?.closest(NOT_OURS);
    if (changes.some(isOurs)) due();
  });
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: NAMED });
  return (language) => {
    state.language = language;
    due();
  };
}

export default function ({ data }) {
  document.documentElement.lang = data.language;
  window.gongkaiSpeak ??= keepTranslated();
  window.gongkaiSpeak(data.language);
}
