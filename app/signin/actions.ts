"use server";

import { z } from "zod";
import { textsOf } from "@/lib/kernel/posted";
import { publicAction } from "@/lib/platform/action";
import { native } from "@/lib/platform/native";
import { safePath } from "@/lib/platform/safe-path";
import { enterNatively } from "@/lib/team/auth";

const signIn = publicAction({
  name: "sign in",
  input: z.strictObject({ email: z.string().trim().min(1).max(320), password: z.string().min(1).max(1000) }),
  run: enterNatively,
});

/** Signs in by the form's own post; with scripts it goes through next-auth, which answers without a page. */
export const postSignIn = native(signIn, {
  read: (form) => textsOf(form, ["email", "password"]),
  leadsTo: (_, form) => safePath(textsOf(form, ["next"]).next),
});
