// One entry of the browser's history for each page that a reader has opened, with the address that page had.
//
// Streamlit adds an entry for each parameter that the server writes, and it writes those of the next page under the page
// that is being left: "back" would stop at pages that nobody has seen. Here parameters change the entry they belong to,
// and a page that is left keeps the address it had before those of the next page came.

const MOMENT = 1500; // milliseconds in which the parameters of the next page arrive before the page itself

/** An address with all its parts, however short it is written. */
function whole(address) {
  return new URL(address, window.location.href);
}

/** `pushState` that adds an entry for a new page only. */
function keepOneEntryAPage() {
  const push = window.history.pushState.bind(window.history);
  const replace = window.history.replaceState.bind(window.history);
  let before = { address: window.location.href, since: -MOMENT };

  window.history.pushState = (state, title, address) => {
    const next = whole(address);
    const now = window.performance.now();
    if (next.pathname === window.location.pathname) {
      before = { address: window.location.href, since: now };
      replace(state, title, address);
      return;
    }
    const isOfNext = next.search === window.location.search && now - before.since <= MOMENT;
    if (isOfNext && whole(before.address).pathname === window.location.pathname) {
      replace(window.history.state, title, before.address);
    }
    before = { address, since: -MOMENT };
    push(state, title, address);
  };
}

export default function () {
  if (!window.gongkaiKeepsOneEntryAPage) {
    window.gongkaiKeepsOneEntryAPage = true;
    keepOneEntryAPage();
  }
}
