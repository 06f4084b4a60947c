import { z } from "zod";
import { move, sets } from "./move";
import type { ImportPatch } from "./subject";

/** What the worker found in the files, and what running them would do. */
export type Found = Pick<
  ImportPatch,
  | "kind"
  | "mapping"
  | "files"
  | "warnings"
  | "columns"
  | "effects"
  | "newCount"
  | "changedCount"
  | "unchangedCount"
  | "refusedCount"
>;

export const read = move({
  from: ["checking"],
  to: "checked",
  by: ["product"],
  input: z.object({ found: z.custom<Found>((found) => typeof found === "object" && found !== null) }),
  effects: ({ input: { found } }) => [sets({ opened: null, ...found })],
  data: ({ input: { found } }) => ({ of: found?.kind, files: found?.files.length }),
});
