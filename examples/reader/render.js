// A document as elements. Rich text goes through an allow-list of our own, though the server has one too.

const ALLOWED = { P: [], UL: [], OL: [], LI: [], B: [], I: [], SUP: [], SUB: [], BR: [], A: ["href"] };

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
}

function rich(html) {
  const clean = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
    const children = [...node.childNodes].map(clean);
    const attributes = ALLOWED[node.nodeName];
    if (!attributes) return make("span", {}, ...children);
    const element = make(node.nodeName, { lang: node.getAttribute("lang"), dir: node.getAttribute("dir") }, ...children);
    const href = attributes.includes("href") && node.getAttribute("href");
    const condition = href && href.match(/^\/api\/v1\/conditions\/([0-9a-f-]{36})\//);
    if (condition) element.href = `#${condition[1]}`;
    else if (href && /^(https?|mailto|tel):/.test(href)) element.href = href;
    return element;
  };
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map(clean);
}

export const direction = (lang) =>
  ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo"].includes(new Intl.Locale(lang).maximize().script) ? "rtl" : "ltr";

// `say` has the interface words by key; `server` is where pictures are.
export function render(doc, say, server) {
  const marks = (lang) => (lang && lang !== doc.locale ? { lang, dir: direction(lang) } : {});
  const text = (name, words, lang) => (words ? make(name, marks(lang), words) : "");
  const note = (key) => make("p", { class: "note", role: "note" }, say(key));
  const omitted = (section) => doc.translation.not_current.some((each) => each.section === section && each.lang === null);
  const fieldLang = (path) => doc.translation.not_current.find((each) => each.path === path)?.lang ?? doc.locale;

  const blocks = {
    heading: (block) => [text("h3", block.text, block.lang)],
    paragraph: (block) => rich(block.html),
    advice: (block) => [
      make("aside", {}, make("strong", {}, say(`urgency.${block.urgency}`)), text("h3", block.heading, block.lang), ...rich(block.html)),
    ],
    examination: (block) => [text("h3", block.name, block.lang), ...rich(block.html)],
    treatment: (block) => [
      text("h3", block.name, block.lang),
      make("p", {}, say(`approach.${block.approach}`)),
      ...rich(block.html),
      block.warnings.length
        ? make("div", { class: "warnings" }, make("strong", {}, say("name.warnings")),
            make("ul", {}, ...block.warnings.map((item) => text("li", item.text, item.lang))))
        : "",
    ],
    image: (block) => [
      make("figure", {},
        make("img", { src: server + block.image.url, alt: block.alt, width: block.image.width, height: block.image.height, ...marks(block.lang) }),
        text("figcaption", block.caption, block.caption_lang)),
    ],
    table: (block) => [
      make("table", {}, text("caption", block.caption, block.lang),
        make("thead", {}, make("tr", {}, ...block.header.map((item) => make("th", { scope: "col", ...marks(item.lang) }, item.text)))),
        make("tbody", {}, ...block.rows.map((row) => make("tr", {}, ...row.cells.map((cell) => make("td", {}, ...rich(cell.html))))))),
    ],
  };
  const mark = (block) => {
    if (["source", "current"].includes(block.state)) return "";
    const foreign = JSON.stringify(block).includes(`lang=\\"`) || [block, ...(block.warnings ?? []), ...(block.header ?? [])]
      .some((each) => each.lang !== doc.locale);
    return note(foreign ? "notice.other_language" : block.state === "stale" ? "notice.previous" : `state.${block.state}`);
  };

  return make("article", { lang: doc.locale, dir: doc.direction },
    text("h1", doc.title, fieldLang("title")),
    doc.translation.status === "outdated" ? note("notice.outdated") : "",
    doc.also_known_as.length ? make("p", {}, `${say("name.also_known_as")}: ${doc.also_known_as.join("; ")}`) : "",
    omitted(null) ? note("notice.omitted") : "",
    text("p", doc.summary, fieldLang("summary")),
    ...doc.sections.filter((section) => section.blocks.length || omitted(section.type)).map((section) =>
      make("section", {}, text("h2", section.heading, section.lang), omitted(section.type) ? note("notice.omitted") : "",
        ...section.blocks.flatMap((block) => [mark(block), ...(blocks[block.type]?.(block) ?? [note("notice.omitted")])]))),
    doc.review.last_reviewed ? make("p", {}, `${say("name.last_reviewed")}: ${doc.review.last_reviewed}`) : "");
}
