// Mistakes that the types catch. Never run: the compiler refuses this file if one of them is none.

import createClient from "openapi-fetch";
import type { paths } from "./api.js";
import { impossible, type Schemas } from "./reading.js";

const client = createClient<paths>({ baseUrl: "" });
const path = { locale: "nl" };

export function readBlock(block: Schemas["Block"]): string {
  // @ts-expect-error  a heading has no HTML
  const html: string = block.html;
  if (block.type === "heading") {
    // @ts-expect-error  nor has it here
    return block.html;
  }
  // @ts-expect-error  there is no such type of block
  if (block.type === "video") return "";
  if (block.type === "paragraph") return html;
  // @ts-expect-error  other types are left
  return impossible(block);
}

export function readChange(change: Schemas["Change"], summary: Schemas["ConditionSummary"]): string {
  // @ts-expect-error  a tombstone has no document
  const title: string = change.document.title;
  // @ts-expect-error  a list has documents only where it was asked for them
  const listed: string = summary.document.title;
  // @ts-expect-error  there is no such reason
  return change.type === "tombstone" && change.reason === "boring" ? title : listed;
}

export async function ask(): Promise<void> {
  // @ts-expect-error  there is no such address
  await client.GET("/api/v1/nowhere/", {});
  // @ts-expect-error  it isn't written
  await client.POST("/api/v1/locales/", {});
  // @ts-expect-error  the language is missing
  await client.GET("/api/v1/{locale}/conditions/", {});
  // @ts-expect-error  the limit is a number
  await client.GET("/api/v1/{locale}/conditions/", { params: { path, query: { limit: "20" } } });
  // @ts-expect-error  there is no such parameter
  await client.GET("/api/v1/{locale}/conditions/", { params: { path, query: { page: 2 } } });
  // @ts-expect-error  nothing else can be included
  await client.GET("/api/v1/{locale}/conditions/", { params: { path, query: { include: "pictures" } } });
  const { data, error } = await client.GET("/api/v1/{locale}/changes/", { params: { path } });
  // @ts-expect-error  the answer may be a problem
  console.log(data.cursor);
  if (error) {
    // @ts-expect-error  not every problem says where to restart
    console.log(error.restart);
  }
}
