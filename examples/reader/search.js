// Search without a network: each word asked for begins a word of the title, the other names, the codes or the text.

const fold = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "").toLowerCase().normalize("NFC")
    .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه");
const words = (text) => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

function* texts(value) {
  if (Array.isArray(value)) for (const item of value) yield* texts(item);
  else if (value && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) {
      if (key === "html") yield plain(inner);
      else if (["heading", "text", "name", "alt", "caption"].includes(key)) yield inner;
      else yield* texts(inner);
    }
}

// Lower is better; undefined: not found.
export function rank(document, query) {
  const asked = words(query);
  if (!asked.length) return 0;
  const places = [
    [document.title],
    [...document.also_known_as, ...document.codes.map((code) => code.code)],
    [document.summary],
    [...texts(document.sections)],
  ];
  const there = [];
  for (const [place, parts] of places.entries()) {
    there.push(...parts.flatMap(words), ...parts.flatMap(words).map((word) => word.replace(/^ال(?=..)/, "")));
    if (asked.every((word) => there.some((each) => each.startsWith(word) || each.startsWith(word.replace(/^ال(?=..)/, "")))))
      return place;
  }
  return undefined;
}
