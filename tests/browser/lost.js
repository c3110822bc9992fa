// Returns what a reader cannot see: text beyond the screen, cut off by what holds it, or to be scrolled sideways to.
() => {
  const lost = [];
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > window.innerWidth) {
    lost.push(`sideways: ${document.scrollingElement.scrollWidth} px`);
  }
  const clips = (style) =>
    !["inline", "contents"].includes(style.display) && (style.overflowX !== "visible" || style.overflowY !== "visible");
  for (const element of document.querySelectorAll("body *")) {
    const hidden = element.closest(".visually-hidden, .skip, .strip-advice span, [popover]:not(:popover-open)");
    const popover = hidden?.matches("[popover]") && getComputedStyle(hidden).display !== "none";
    if ((hidden && !popover) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
      continue;
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent.trim()) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.right > width + 1 || box.left < -1) {
          lost.push(`beyond the screen: ${node.textContent.trim()}`);
        }
        for (let outer = element; outer && outer !== document.body; outer = outer.parentElement) {
          const edge = outer.getBoundingClientRect();
          const inside =
            box.right <= edge.right + 1 && box.left >= edge.left - 1 && box.bottom <= edge.bottom + 2 && box.top >= edge.top - 2;
          if (!inside && clips(getComputedStyle(outer))) {
            lost.push(`cut off: ${node.textContent.trim()}`);
          }
        }
      }
    }
  }
  return [...new Set(lost)];
}
