"use server";

import { z } from "zod";
import { paths } from "@/lib/i18n/paths";
import { textsOf } from "@/lib/kernel/posted";
import { refuse } from "@/lib/kernel/result";
import { accountAction, publicAction } from "@/lib/platform/action";
import { publicCtx } from "@/lib/platform/ctx";
import { env } from "@/lib/platform/env";
import { readInviteToken } from "@/lib/platform/link-token";
import { native } from "@/lib/platform/native";
import { acceptInvite, joinSeller } from "@/lib/team/accept-invite";
import { enterNatively } from "@/lib/team/auth";
import { refusedField } from "@/lib/team/refused-fields";
import { switchSeller } from "@/lib/team/switch-seller";

const token = z.string().max(200);

/** Makes the account of somebody who was invited. */
export const acceptInvitation = publicAction({
  name: "accept invite",
  input: z.strictObject({
    token,
    name: z.string().trim().min(1).max(120),
    password: z.string().min(1).max(1000),
    doesReplace: z.boolean(),
  }),
  run: async (ctx, { token: link, ...typed }) => {
    const ids = readInviteToken(env.NEXTAUTH_SECRET, link);
    if (!ids) return refuse({ code: "not_found" });
    const answer = await acceptInvite(ctx, { ...ids, ...typed });
    return answer.ok ? answer : refusedField(answer.refusal, { password: "password" });
  },
});

export const postInvitation = native(acceptInvitation, {
  read: (form) => {
    const { doesReplace, ...typed } = textsOf(form, ["token", "name", "password", "doesReplace"]);
    return { ...typed, doesReplace: doesReplace === "yes" };
  },
  leadsTo: async ({ email }, form) => {
    await enterNatively(publicCtx(), { email, ...textsOf(form, ["password"]) });
    return paths.home;
  },
});

/** Lets somebody who is signed in join, and opens the seller they joined. */
export const joinByInvitation = accountAction({
  name: "join by invite",
  input: z.strictObject({ token }),
  run: async (ctx, { token: link }) => {
    const ids = readInviteToken(env.NEXTAUTH_SECRET, link);
    if (!ids) return refuse({ code: "not_found" });
    const joined = await joinSeller(ctx, ids);
    return joined.ok ? switchSeller(ctx, { sellerId: ids.sellerId }) : joined;
  },
});

export const postJoin = native(joinByInvitation, {
  read: (form) => textsOf(form, ["token"]),
  leadsTo: () => paths.home,
});
