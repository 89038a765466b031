// Brings what is marked in a document into sight, once for each thing that is asked for: neither below the edge of a
// small screen, nor above it when the reader has just picked a row of the table under the document.

const MARK = '[style*="scroll-initial-target"]';
const HEAD = 72; // pixels that the menu at the top of the page lies over
const TRIES = 60; // frames to wait until the document is drawn

function bring(tries) {
  const mark = document.querySelector(MARK);
  if (!mark) {
    if (tries) window.requestAnimationFrame(() => bring(tries - 1));
    return;
  }
  mark.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (mark.getBoundingClientRect().top < HEAD) mark.scrollIntoView({ block: "center", inline: "nearest" });
}

export default function ({ data }) {
  if (window.gongkaiBroughtIntoSight === data.asked) return;
  window.gongkaiBroughtIntoSight = data.asked;
  window.requestAnimationFrame(() => bring(TRIES));
}
