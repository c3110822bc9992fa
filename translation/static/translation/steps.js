// Brings the card of the translation up to date after a text was saved in the editor below it.

const CARD = ".translation-steps";
const SAVED = /\/(strings|overrides)\/\d+\/edit\/$/;

async function refresh() {
  const answer = await fetch(window.location.href);
  if (!answer.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(CARD);
  const card = document.querySelector(CARD);
  // Not under the hands of somebody who writes a comment in it.
  if (fresh && card && !card.contains(document.activeElement)) {
    // What others changed since the editor was opened has still not been read.
    const opened = card.querySelector("[name=opened]");
    fresh.querySelector("[name=opened]").value = opened.value;
    card.replaceWith(document.adoptNode(fresh));
  }
}

new PerformanceObserver((list) => {
  if (list.getEntries().some((entry) => SAVED.test(entry.name))) {
    refresh();
  }
}).observe({ type: "resource" });
