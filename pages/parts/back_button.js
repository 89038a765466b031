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

/** Whether every parameter of one address stands in another; its value there may be written in other words by then. */
function isWithin(address, other) {
  const others = whole(other).searchParams;
  return [...whole(address).searchParams.keys()].every((name) => others.has(name));
}

/** `pushState` that adds an entry for a new page only. */
function keepOneEntryAPage() {
  const push = window.history.pushState.bind(window.history);
  const replace = window.history.replaceState.bind(window.history);
  let changes = []; // of the parameters of this page: from which address to which, and when

  window.history.pushState = (state, title, address) => {
    const now = window.performance.now();
    const here = window.location.href;
    if (whole(address).pathname === window.location.pathname) {
      replace(state, title, address);
      changes = [...changes.filter((change) => now - change.at <= MOMENT), { from: here, to: address, at: now }];
      return;
    }
    let left = here;
    for (const change of changes.reverse()) {
      if (now - change.at > MOMENT || !isWithin(change.to, address)) break;
      left = change.from;
    }
    if (left !== here) replace(window.history.state, title, left);
    changes = [];
    push(state, title, address);
  };
}

export default function () {
  if (!window.gongkaiKeepsOneEntryAPage) {
    window.gongkaiKeepsOneEntryAPage = true;
    keepOneEntryAPage();
  }
}
