// What is kept, in IndexedDB: documents by language and id, a cursor for each language, and messages of recalls.

const wait = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const done = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });

export async function openStore(name) {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    database.createObjectStore("documents", { keyPath: ["locale", "id"] }).createIndex("locale", "locale");
    database.createObjectStore("cursors", { keyPath: "locale" });
    database.createObjectStore("recalls", { keyPath: ["locale", "id"] });
    database.createObjectStore("labels", { keyPath: "locale" });
  };
  const database = await wait(opening);
  const all = ["documents", "cursors", "recalls"];

  function put(transaction, locale, changes) {
    const documents = transaction.objectStore("documents");
    const recalls = transaction.objectStore("recalls");
    for (const change of changes) {
      if (change.type === "condition") {
        documents.put(change.document);
        recalls.delete([locale, change.id]);
      } else {
        documents.delete([locale, change.id]);
        if (change.reason === "recalled") recalls.put({ locale, ...change });
      }
    }
  }
  function clear(transaction, locale) {
    const range = IDBKeyRange.bound([locale], [locale, []]);
    transaction.objectStore("documents").delete(range);
  }

  return {
    async cursor(locale) {
      return (await wait(database.transaction("cursors").objectStore("cursors").get(locale)))?.cursor;
    },
    async apply(locale, changes, cursor) {
      const transaction = database.transaction(all, "readwrite");
      put(transaction, locale, changes);
      transaction.objectStore("cursors").put({ locale, cursor, at: Date.now() });
      await done(transaction);
    },
    async replace(locale, changes, cursor) {
      const transaction = database.transaction(all, "readwrite");
      clear(transaction, locale);
      put(transaction, locale, changes);
      transaction.objectStore("cursors").put({ locale, cursor, at: Date.now() });
      await done(transaction);
    },
    async drop(locale) {
      const transaction = database.transaction(all, "readwrite");
      clear(transaction, locale);
      transaction.objectStore("cursors").delete(locale);
      await done(transaction);
    },
    documents: () => wait(database.transaction("documents").objectStore("documents").getAll()),
    recalls: () => wait(database.transaction("recalls").objectStore("recalls").getAll()),
    cursors: () => wait(database.transaction("cursors").objectStore("cursors").getAll()),
    async labels(locale, words) {
      if (words) {
        const transaction = database.transaction("labels", "readwrite");
        transaction.objectStore("labels").put({ locale, words });
        await done(transaction);
      }
      return (await wait(database.transaction("labels").objectStore("labels").get(locale)))?.words;
    },
  };
}
