// Keeps the page itself, so that it opens without a network. Conditions are kept by store.js, never here.

const FILES = ["./", "index.html", "reader.css", "app.js", "sync.js", "store.js", "languages.js", "search.js", "render.js"];
const NAME = "reader 1";

addEventListener("install", (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES))));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
  event.respondWith(
    fetch(event.request).catch(async () => (await caches.match(event.request, { ignoreSearch: true })) ?? Response.error()),
  );
});
