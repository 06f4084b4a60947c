import { hash } from "node:crypto";
import { plainHeader } from "./read/plain-header";

/** By what a file of the same source is known again: its columns' plain names, in whatever order they come. */
export const headerSignature = (names: readonly string[]): string =>
  hash("sha256", JSON.stringify(names.map(plainHeader).sort()));
