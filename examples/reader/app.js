// The page: a list, a search, a condition. Everything is read from the store; the network only fills it.

import { choose } from "./languages.js";
import { direction, render } from "./render.js";
import { rank } from "./search.js";
import { openStore } from "./store.js";
import { follow, Later } from "./sync.js";

const server = new URLSearchParams(location.search).get("server") ?? location.origin;
const element = (id) => document.getElementById(id);
const store = await openStore(`plexus ${server}`);
// The browser's own cache would answer for a minute without asking; with `no-cache` it asks, and 304 costs next to nothing.
const get = (url) => fetch(url, { headers: { Accept: "application/json" }, cache: "no-cache" });
const wanted = () => element("languages").value.split(/[\s,]+/).filter(Boolean);
let words = {};

const say = (key) => words[key]?.text ?? key;

async function sync() {
  element("status").textContent = "…";
  let trouble = "";
  for (const locale of wanted()) {
    try {
      await follow(get, store, server, locale);
      const labels = await get(`${server}/api/v1/${locale}/labels/`);
      if (labels.ok) await store.labels(locale, (await labels.json()).labels);
    } catch (error) {
      trouble = error instanceof Later ? "offline" : error.message;
    }
  }
  await show(trouble);
}

async function show(trouble = "") {
  words = (await store.labels(wanted()[0])) ?? (await store.labels("en")) ?? {};
  const conditions = Map.groupBy ? Map.groupBy(await store.documents(), (each) => each.id) : group(await store.documents());
  const query = element("search").value;
  const found = [...conditions.values()]
    .map((documents) => ({ ...choose(documents, wanted()) }))
    .map((each) => ({ ...each, place: rank(each.document, query) }))
    .filter((each) => each.place !== undefined)
    .sort((a, b) => a.place - b.place || a.document.title.localeCompare(b.document.title, wanted()[0]));
  element("list").replaceChildren(
    ...found.map(({ document: doc, fallback }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      Object.assign(link, { href: `#${doc.id}`, textContent: doc.title, lang: doc.locale, dir: doc.direction });
      item.append(link, fallback ? ` (${doc.locale})` : "");
      return item;
    }),
  );
  document.documentElement.lang = wanted()[0] ?? "en";
  document.documentElement.dir = direction(wanted()[0] ?? "en");
  await showCondition(conditions, location.hash.slice(1));
  const latest = Math.max(0, ...(await store.cursors()).map((each) => each.at));
  const when = latest ? new Date(latest).toLocaleString(wanted()[0]) : "–";
  element("status").textContent = trouble === "offline" ? `${say("notice.offline")} (${when})` : trouble || when;
}

async function showCondition(conditions, id) {
  const page = element("page");
  const documents = conditions.get(id);
  if (documents) {
    const { document: doc, fallback } = choose(documents, wanted());
    const note = document.createElement("p");
    Object.assign(note, { className: "note", textContent: say("notice.other_language") });
    page.replaceChildren(...(fallback ? [note] : []), render(doc, say, server));
    return;
  }
  // Somebody may have had it open, or bookmarked: what became of it is told.
  const recall = (await store.recalls()).find((each) => each.id === id);
  const gone = document.createElement("p");
  gone.className = "note";
  gone.textContent = id ? say(recall ? "notice.recalled" : "notice.withdrawn") : "";
  page.replaceChildren(...(id ? [gone] : []));
  if (recall) {
    const message = document.createElement("p");
    Object.assign(message, { textContent: recall.message, lang: recall.message_lang, dir: direction(recall.message_lang) });
    page.append(message);
  }
}

function group(documents) {
  const found = new Map();
  for (const each of documents) found.set(each.id, [...(found.get(each.id) ?? []), each]);
  return found;
}

element("languages").value = localStorage.getItem("languages") ?? navigator.languages.join(", ");
element("languages").addEventListener("change", () => {
  localStorage.setItem("languages", element("languages").value);
  sync();
});
element("search").addEventListener("input", () => show());
element("sync").addEventListener("click", sync);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("online", sync);
addEventListener("hashchange", async () => {
  await show();
  element("page").focus();
});
if ("serviceWorker" in navigator) navigator.serviceWorker.register("sw.js").catch(() => {});
await show();
await sync();
document.body.dataset.ready = "yes";
