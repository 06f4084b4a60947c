import { z } from "zod";
import { ANYBODY_HERE, move } from "./move";

/** It is forgotten before it has run; one that has begun cannot be discarded, only undone. */
export const discard = move({
  from: ["uploading", "checking", "checked"],
  to: ({ subject }) => subject.status,
  by: ANYBODY_HERE,
  input: z.object({}),
  effects: () => [{ kind: "forgets" }],
});
