// One entry of the browser's history for each page that a reader has opened, with the address that page had.
//
// Streamlit adds an entry for each parameter that the server writes, the first of them under the page that is being left:
// "back" would stop at pages that nobody has seen. Here parameters change the entry they belong to, and a page that is
// left keeps the address it had before.

const MOMENT = 1500; // milliseconds in which the parameters of the next page arrive before the page itself

/** The path of an address, whatever its parameters. */
function pathOf(address) {
  return new URL(address, window.location.href).pathname;
}

/** `pushState` that adds an entry for a new page only. */
function keepOneEntryAPage() {
  const push = window.history.pushState.bind(window.history);
  const replace = window.history.replaceState.bind(window.history);
  let before = { address: window.location.href, since: -MOMENT };

  window.history.pushState = (state, title, address) => {
    const now = window.performance.now();
    if (pathOf(address) === window.location.pathname) {
      if (now - before.since > MOMENT) before = { address: window.location.href, since: now };
      replace(state, title, address);
      return;
    }
    if (now - before.since <= MOMENT && pathOf(before.address) === window.location.pathname) {
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
