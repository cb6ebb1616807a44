// An app that keeps one language: `journey.js ADDRESS LOCALE STORE`. Each run is what the app does when it is opened.
// The first installs the bundle; all follow the change feed to its end, and begin again if they came too late.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "./api.js";
import { impossible, read, type Schemas } from "./reading.js";

type Store = { cursor: string; held: Record<string, Schemas["ConditionChange"]> };

const [address, locale, file] = process.argv.slice(2);
if (address === undefined || locale === undefined || file === undefined) throw new Error("ADDRESS LOCALE STORE");
// Some addresses have other representations too; this app asks for none of them, and what it gets is typed accordingly.
const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: address });
const done: string[] = [];

function take(store: Store, list: Schemas["ChangeList"]): void {
  for (const change of list.changes) {
    switch (change.type) {
      case "condition": {
        const version = createHash("sha256").update(JSON.stringify(change.document)).digest("hex");
        if (version !== change.version) throw new Error(`${change.slug} isn't what was sent`);
        store.held[change.id] = change;
        break;
      }
      case "tombstone":
        done.push(`${change.slug}: ${change.reason}`);
        delete store.held[change.id];
        break;
      default:
        impossible(change);
    }
  }
  store.cursor = list.cursor;
}

async function install(locale: string): Promise<Store> {
  const manifest = await client.GET("/api/v1/{locale}/bundle/", { params: { path: { locale } } });
  if (manifest.error) throw new Error(manifest.error.detail);
  const { version, count } = manifest.data;
  const bundle = await client.GET("/api/v1/{locale}/bundle/{version}/", { params: { path: { locale, version } } });
  if (bundle.error) throw new Error(bundle.error.detail);
  const store: Store = { cursor: "", held: {} };
  take(store, bundle.data);
  if (Object.keys(store.held).length !== count) throw new Error("the bundle isn't what the manifest says");
  done.push("installed");
  return store;
}

async function follow(store: Store, locale: string): Promise<Store> {
  for (;;) {
    const { data, error } = await client.GET("/api/v1/{locale}/changes/", {
      params: { path: { locale }, query: { since: store.cursor, limit: 1 } },
    });
    if (error?.type === "/api/v1/problems/cursor-gone/") {
      done.push("too late");
      store = await install(locale);
    } else if (error) {
      throw new Error(`${error.status} ${error.detail}`);
    } else {
      take(store, data);
      if (!data.has_more) return store;
    }
  }
}

const kept: Store = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : await install(locale);
const store = await follow(kept, locale);
writeFileSync(file, JSON.stringify(store));

const held = [];
for (const { id, slug, version, document } of Object.values(store.held)) {
  const { data, error } = await client.GET("/api/v1/{locale}/conditions/{slug}/", { params: { path: { locale, slug } } });
  if (error) throw new Error(error.detail);
  if (JSON.stringify(data) !== JSON.stringify(document)) throw new Error(`${slug} is another one at its address`);
  held.push({ id, slug, version, text: read(data) });
}
console.log(JSON.stringify({ done, held }));
