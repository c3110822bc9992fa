// Leaving the site at once, and keeping Back from showing any page of the visit again.
// Blocking, and the first thing in <head>: what must not be seen must not begin to be shown.
(() => {
  const EXIT = "/exit/";
  // Milliseconds until a press of Shift is forgotten.
  const WINDOW = 5000;
  const root = document.documentElement;

  // How many visits were left in this tab; null before the first. The one thing that is ever stored.
  const left = () => {
    try {
      return sessionStorage.getItem("left");
    } catch {
      return null;
    }
  };
  const visit = left();
  let leaving = false;

  // Shows nothing of ours any more, also in the tab, and goes.
  function away() {
    const { title = "…", icon } = document.querySelector(".strip-exit")?.dataset ?? {};
    // The rest of a page that is still arriving would be added to the cover.
    window.stop();
    document.title = title;
    if (icon) for (const link of document.querySelectorAll('link[rel~="icon"]')) link.href = icon;
    if (document.body) {
      const cover = document.createElement("p");
      cover.role = "alert";
      cover.textContent = title;
      document.body.replaceChildren(cover);
      document.body.className = "left";
    }
    location.replace(EXIT);
  }

  function leave() {
    if (leaving) return;
    leaving = true;
    try {
      sessionStorage.setItem("left", Number(left()) + 1);
    } catch {
      // Without storage Back shows the earlier pages, but the way out is the same.
    }
    away();
  }

  // Pages of a later visit carry its number, so that Back works among them, and only among them.
  const mark = () => visit && history.replaceState(visit, "");
  const how = performance.getEntriesByType("navigation")[0]?.type;
  if (visit && how === "back_forward" && history.state !== visit) {
    away();
    return;
  }
  mark();
  addEventListener("hashchange", mark);

  // A page that the browser keeps in memory is kept covered.
  addEventListener("pagehide", () => (root.style.visibility = "hidden"));
  addEventListener("pageshow", (event) => {
    if (event.persisted && left() !== visit) away();
    else root.style.visibility = "";
  });

  addEventListener(
    "click",
    (event) => {
      if (!event.target.closest(`a[href="${EXIT}"]`)) return;
      event.preventDefault();
      leave();
    },
    true,
  );

  // Shift three times, alone: with another key, a click or the wheel it is a modifier.
  let presses = 0;
  let alone = false;
  let timer;
  const say = (what) => {
    const status = document.getElementById("leave-status");
    if (status) status.textContent = status.dataset[what] ?? "";
  };
  function reset() {
    if (presses) say("");
    presses = 0;
    alone = false;
    clearTimeout(timer);
  }
  const isAlone = (event) => event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey;
  addEventListener(
    "keydown",
    (event) => {
      if (!isAlone(event)) reset();
      else if (!event.repeat) alone = true;
    },
    true,
  );
  addEventListener(
    "keyup",
    (event) => {
      if (event.key !== "Shift") return;
      if (!alone || !isAlone(event)) {
        reset();
        return;
      }
      alone = false;
      presses += 1;
      clearTimeout(timer);
      if (presses === 3) {
        leave();
        return;
      }
      say(presses === 1 ? "once" : "twice");
      timer = setTimeout(() => {
        reset();
        say("again");
      }, WINDOW);
    },
    true,
  );
  for (const name of ["pointerdown", "wheel", "blur"]) {
    addEventListener(name, reset, { capture: true, passive: true });
  }
})();
