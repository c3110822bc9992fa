// The rules that we add to Wagtail's content checker; translation/checker.py holds their words and lists.

const plain = (text) => text.replace(/\s+/g, " ").trim();
const bare = (text) => plain(text).toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
const name = (text) => bare(text.replace(/\.[a-z]{3,4}$/i, "").replace(/[-_]+/g, " "));
const language = (node) => node.closest("[lang]")?.lang || "en";

function words(text, lang) {
  const found = new Intl.Segmenter(lang, { granularity: "word" }).segment(text);
  return Array.from(found).filter((part) => part.isWordLike).length;
}

const checks = {
  "pvpt-picture-description": (picture) => picture.alt.trim() !== "",

  "pvpt-picture-name": (picture, { known }) => {
    const alt = name(picture.alt);
    const caption = picture.closest("figure")?.querySelector("figcaption")?.firstChild?.textContent ?? "";
    return alt === "" || ![...known, caption].some((other) => name(other) === alt);
  },

  "pvpt-picture-language": (picture, { known }) => !known.some((other) => plain(other) === plain(picture.alt)),

  "pvpt-link-words": (link, { known }) => {
    const text = plain(link.getAttribute("aria-label") ?? link.textContent);
    return !known.includes(bare(text)) && !/^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)+\/\S*$/i.test(text);
  },

  // What holds further paragraphs or lists is looked at in those.
  "pvpt-sentence-length": (block, { known }) => {
    if (block.querySelector("p, li, dd")) {
      return true;
    }
    const lang = language(block);
    const sentences = new Intl.Segmenter(lang, { granularity: "sentence" }).segment(plain(block.textContent));
    return Array.from(sentences).every((sentence) => words(sentence.segment, lang) <= known);
  },

  // The innermost element is enough.
  "pvpt-placeholder": (node, { known }) => {
    const unfilled = new RegExp(known, "iu");
    const holds = (element) => unfilled.test(plain(element.alt ?? element.textContent));
    return !holds(node) || Array.from(node.children).some(holds);
  },

  "pvpt-neutral-address": (_main, { known }) => known.length === 0,
};

for (const [id, check] of Object.entries(checks)) {
  window.wagtail.userbar.registerCheck(id, check);
}
