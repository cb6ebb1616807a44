// Which language to show (docs/sync.md): those that the reader wants, then the source language, never another script.

// `Intl.Locale` completes a tag with its likely script, so zh-TW is zh-Hant-TW.
const full = (tag) => new Intl.Locale(tag).maximize();

function fits(wanted, offered) {
  try {
    const [a, b] = [full(wanted), full(offered)];
    return a.language === b.language && a.script === b.script;
  } catch {
    return false; // not a language tag
  }
}

// The languages in which a condition is kept, best first. `documents` has those of one condition.
export function choose(documents, wanted) {
  for (const [place, tag] of wanted.entries()) {
    const exact = documents.find((document) => document.locale.toLowerCase() === tag.toLowerCase());
    const near = exact ?? documents.find((document) => fits(tag, document.locale));
    if (near) return { document: near, fallback: place > 0 }; // said, too, where it is only the second best
  }
  const source = documents.find((document) => document.locale === document.translation.source_locale);
  return { document: source ?? documents[0], fallback: true };
}
