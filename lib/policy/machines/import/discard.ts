import { z } from "zod";
import { ANYBODY_OF_THE_SHOP, move } from "./move";

/** It is forgotten before it has run; one that has begun cannot be discarded, only undone. */
export const discard = move({
  from: ["uploading", "checking", "checked"],
  to: ({ subject }) => subject.status,
  by: ANYBODY_OF_THE_SHOP,
  input: z.object({}),
  effects: () => [{ kind: "forgets" }],
});
