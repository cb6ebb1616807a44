// What an app does with a document: every type of block is read in its own way, and none is forgotten.

import type { components } from "./api.js";

export type Schemas = components["schemas"];

// Takes what can't be. Where a union has a member that a switch doesn't name, the compiler refuses the call.
export function impossible(value: never): never {
  throw new Error(`the contract doesn't know ${JSON.stringify(value)}`);
}

export function words(block: Schemas["Block"]): string[] {
  switch (block.type) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [block.html];
    case "advice":
      return [block.urgency === "emergency" ? "Now!" : "", block.heading, block.html];
    case "examination":
      return [block.name, block.html];
    case "treatment":
      return [block.name, block.html, ...block.warnings.map((warning) => warning.text)];
    case "image":
      return [block.alt, block.caption];
    case "table":
      return [
        block.caption,
        ...block.header.map((cell) => cell.text),
        ...block.rows.flatMap((row) => row.cells.map((cell) => cell.html)),
      ];
    default:
      return impossible(block);
  }
}

export function read(document: Schemas["Condition"]): string {
  return document.sections
    .flatMap((section) => [section.heading, ...section.blocks.flatMap(words)])
    .filter((text) => text !== "")
    .join("\n");
}
