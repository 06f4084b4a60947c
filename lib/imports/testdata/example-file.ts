import { readFileSync } from "node:fs";

/** A file to compare one's own with, as it is served, without the mark by which spreadsheets know UTF-8. */
export const exampleFile = (name: "orders" | "returns" | "shopify" | "aliexpress"): string =>
  readFileSync(`public/examples/${name}.csv`, "utf8").replace(/^\ufeff/, "");
