"use server";

import * as invites from "@/lib/accounts/invites";
import { inviteToken, resetToken } from "@/lib/accounts/link-token";
import {
  inviteFormSchema,
  inviteIdSchema,
  limitsFormSchema,
  memberIdSchema,
  roleFormSchema,
} from "@/lib/accounts/member-form";
import * as members from "@/lib/accounts/members";
import { refusedField } from "@/lib/accounts/refused-fields";
import { offerReset } from "@/lib/accounts/reset-password";
import { action } from "@/lib/action";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { ok, refuse } from "@/lib/result";

const PEOPLE = () => ["people"] as const;
const hasServer = () => env.SMTP_URL !== undefined;
const linkTo = (path: string) => `${env.NEXTAUTH_URL.replace(/\/+$/, "")}${path}`;
const inviteLink = (sellerId: string, inviteId: string) =>
  linkTo(paths.invite(inviteToken(env.NEXTAUTH_SECRET, { sellerId, inviteId, isMailed: false })));

/** Invites somebody by mail; without a mail server the answer brings the link to hand over. */
export const invite = action({
  name: "team.invite",
  needs: "team:write",
  input: inviteFormSchema,
  run: async ({ db, session, now }, form) => {
    const sellerId = session.seller.id;
    const isMailed = hasServer();
    const made = await invites.inviteMember(db, { sellerId, userId: session.user.id, ...form, isMailed, now });
    if (!made.ok) return made.refusal.code === "bad_email" ? refusedField(made.refusal, EMAIL) : made;
    const { inviteId, email } = made.value;
    return ok({ email, link: isMailed ? null : inviteLink(sellerId, inviteId) });
  },
  touches: PEOPLE,
});

const EMAIL = { email: "email", password: "email" };

export const resendInvite = action({
  name: "team.resend",
  needs: "team:write",
  input: inviteIdSchema,
  run: ({ db, session, now }, { inviteId }) =>
    invites.resendInvite(db, { sellerId: session.seller.id, userId: session.user.id, inviteId, now }),
  touches: PEOPLE,
});

export const revokeInvite = action({
  name: "team.revoke",
  needs: "team:write",
  input: inviteIdSchema,
  run: ({ db, session, now }, { inviteId }) =>
    invites.revokeInvite(db, { sellerId: session.seller.id, userId: session.user.id, inviteId, now }),
  touches: PEOPLE,
});

/** The link of an open invite, to be handed over in person. */
export const copyInviteLink = action({
  name: "team.inviteLink",
  needs: "team:write",
  input: inviteIdSchema,
  run: async ({ db, session, now }, { inviteId }) => {
    const sellerId = session.seller.id;
    const isOpen = await invites.handOverInvite(db, { sellerId, userId: session.user.id, inviteId, now });
    return isOpen ? ok({ link: inviteLink(sellerId, inviteId) }) : refuse({ code: "not_found" });
  },
});

export const changeRole = action({
  name: "team.role",
  needs: "team:write",
  input: roleFormSchema,
  run: ({ db, session, actor, now }, form) =>
    members.changeRole(db, { sellerId: session.seller.id, actor, now, ...form }),
  touches: PEOPLE,
});

export const setLimits = action({
  name: "team.limits",
  needs: "team:write",
  input: limitsFormSchema,
  run: ({ db, session, actor, now }, { userId, ...limits }) =>
    members.setLimits(db, { sellerId: session.seller.id, userId, actor, now, limits }),
  touches: PEOPLE,
});

export const deactivateMember = action({
  name: "team.deactivate",
  needs: "team:write",
  input: memberIdSchema,
  run: ({ db, session, actor, now }, { userId }) =>
    members.deactivateMember(db, { sellerId: session.seller.id, userId, actor, now }),
  touches: () => ["people", "returns"] as const,
});

export const reactivateMember = action({
  name: "team.reactivate",
  needs: "team:write",
  input: memberIdSchema,
  run: ({ db, session, actor, now }, { userId }) =>
    members.reactivateMember(db, { sellerId: session.seller.id, userId, actor, now }),
  touches: PEOPLE,
});

/** Mails a member a link to a new password; without a mail server the answer brings the link to hand over. */
export const sendReset = action({
  name: "team.reset",
  needs: "team:write",
  input: memberIdSchema,
  run: async ({ db, session, now }, { userId }) => {
    const isMailed = hasServer();
    const of = { sellerId: session.seller.id, userId, actorId: session.user.id };
    const offered = await offerReset(db, { ...of, isMailed, now });
    if (!offered.ok) return offered;
    const { resetId, email } = offered.value;
    const link = isMailed ? null : linkTo(paths.resetPassword(resetToken(env.NEXTAUTH_SECRET, resetId)));
    return ok({ email, link });
  },
});
