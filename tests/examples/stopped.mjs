// Stops the client of examples/reader/sync.js at each request, answer and write in turn, and lets it go on.
// stopped.mjs SYNC_JS SERVER LOCALE STATE: begins with what STATE keeps, prints {"stops", "kept"}, and keeps that.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const [module, server, locale, path] = process.argv.slice(2);
const { follow } = await import(module);
const begun = readFileSync(path, "utf8");

function keeping(state, moment) {
  const change = (documents, changes) => {
    for (const one of changes)
      if (one.type === "condition") documents[one.id] = one.document;
      else delete documents[one.id];
  };
  const write = (documents, changes, cursor) => {
    moment("before a write"); // a transaction: all of it or nothing
    change(documents, changes);
    Object.assign(state, { documents, cursor });
    moment("after a write");
  };
  return {
    cursor: async () => state.cursor,
    replace: async (_, changes, cursor) => write({}, changes, cursor),
    apply: async (_, changes, cursor) => write({ ...state.documents }, changes, cursor),
    drop: async () => assert.fail("the language is there"),
  };
}

function getting(moment) {
  return async (url) => {
    moment(`before ${url}`);
    const answer = await fetch(url.replace("limit=50", "limit=1"));
    const bytes = await answer.arrayBuffer();
    moment(`within ${url}`);
    return new Response(bytes, { status: answer.status, headers: answer.headers });
  };
}

async function run(state, stop) {
  let moments = 0;
  const moment = (name) => {
    if (moments++ === stop) throw new Error(`stopped ${name}`);
  };
  try {
    await follow(getting(moment), keeping(state, moment), server, locale);
    return true;
  } catch (error) {
    if (!error.message.includes("stopped")) throw error;
    return false;
  }
}

const whole = JSON.parse(begun);
assert(await run(whole, -1));
let stops = 0;
for (let through = false; !through; stops++) {
  const state = JSON.parse(begun);
  through = await run(state, stops);
  assert(await run(state, -1));
  assert.deepEqual(state.documents, whole.documents, `stopped at moment ${stops}`);
}
writeFileSync(path, JSON.stringify(whole));
console.log(JSON.stringify({ stops, kept: whole.documents }));
