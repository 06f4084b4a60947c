import { z } from "zod";
import { ANYBODY_HERE, move, sets } from "./move";

/** All files are there: the worker reads them, without any effect. A failed one is simply checked again. */
export const check = move({
  from: ["uploading", "failed"],
  to: "checking",
  by: ANYBODY_HERE,
  input: z.object({}),
  guard: ({ subject }: { subject: { files: readonly unknown[] } }) =>
    subject.files.length === 0 ? { code: "no_files" } : null,
  effects: () => [sets({ bytesDone: 0, failure: null }), { kind: "queues" }],
});
