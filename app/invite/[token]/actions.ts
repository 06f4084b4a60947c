"use server";

import { z } from "zod";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import { textsOf } from "@/lib/kernel/posted";
import { refuse } from "@/lib/kernel/result";
import { accountAction, publicAction } from "@/lib/platform/action";
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
  run: async ({ db, now }, { token: link, ...typed }) => {
    const ids = readInviteToken(env.NEXTAUTH_SECRET, link);
    if (!ids) return refuse({ code: "not_found" });
    const answer = await acceptInvite(db, { ...ids, ...typed, now });
    return answer.ok ? answer : refusedField(answer.refusal, { password: "password" });
  },
});

export const postInvitation = native(acceptInvitation, {
  read: (form) => {
    const { doesReplace, ...typed } = textsOf(form, ["token", "name", "password", "doesReplace"]);
    return { ...typed, doesReplace: doesReplace === "yes" };
  },
  leadsTo: async ({ email }, form) => {
    await enterNatively(db, { email, ...textsOf(form, ["password"]) }, new Date());
    return paths.home;
  },
});

/** Lets somebody who is signed in join, and opens the seller they joined. */
export const joinByInvitation = accountAction({
  name: "join by invite",
  input: z.strictObject({ token }),
  run: async ({ db, session, now }, { token: link }) => {
    const ids = readInviteToken(env.NEXTAUTH_SECRET, link);
    if (!ids) return refuse({ code: "not_found" });
    const { sessionId, user } = session;
    const joined = await joinSeller(db, { ...ids, user, sessionId, now });
    if (!joined.ok) return joined;
    return switchSeller(db, { sessionId, userId: user.id, sellerId: ids.sellerId, now });
  },
});

export const postJoin = native(joinByInvitation, {
  read: (form) => textsOf(form, ["token"]),
  leadsTo: () => paths.home,
});
