// The algorithm of docs/sync.md, step by step. `get` fetches, `store` keeps; nothing here knows a browser.

export class Later extends Error {} // no network, or the server has too much to do: try again, what is kept is right

async function ask(get, url) {
  let answer;
  try {
    answer = await get(url);
  } catch (error) {
    throw new Later(`no network: ${error.message}`);
  }
  if (answer.status === 429 || answer.status >= 500) throw new Later(`the server says ${answer.status}`);
  return answer;
}

async function sha256(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// All of a language in one transaction, from the bundle.
export async function install(get, store, server, locale) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const manifest = await ask(get, `${server}/api/v1/${locale}/bundle/`);
    if (!manifest.ok) throw new Error(`${locale}: ${manifest.status}`);
    const { url, version } = await manifest.json();
    const file = await ask(get, server + url);
    if (file.status === 404) continue; // something in it was withdrawn a moment ago
    const bytes = await file.arrayBuffer();
    if ((await sha256(bytes)) !== version) continue;
    const page = JSON.parse(new TextDecoder().decode(bytes));
    await store.replace(locale, page.changes, page.cursor);
    return;
  }
  throw new Later("the bundle changed three times; later");
}

// What happened since the last time; installs where there was none, or where too much was forgotten since.
export async function follow(get, store, server, locale) {
  let cursor = await store.cursor(locale);
  if (!cursor) {
    await install(get, store, server, locale);
    cursor = await store.cursor(locale);
  }
  for (let hasMore = true; hasMore; ) {
    const answer = await ask(get, `${server}/api/v1/${locale}/changes/?limit=50&since=${cursor}`);
    if (answer.status === 410 || answer.status === 400) {
      await install(get, store, server, locale);
      cursor = await store.cursor(locale);
      continue;
    }
    if (answer.status === 404) return store.drop(locale); // the site has given this language up
    if (!answer.ok) throw new Error(`${locale}: ${answer.status}`);
    const page = await answer.json();
    await store.apply(locale, page.changes, page.cursor); // documents and cursor in one transaction
    cursor = page.cursor;
    hasMore = page.has_more;
  }
}
