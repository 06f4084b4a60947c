"use server";

import { paths } from "@/lib/i18n/paths";
import { ok, refuse } from "@/lib/kernel/result";
import { action } from "@/lib/platform/action";
import { env } from "@/lib/platform/env";
import { inviteToken, resetToken } from "@/lib/platform/link-token";
import * as invites from "@/lib/team/invites";
import {
  changeRoleSchema,
  inviteIdSchema,
  inviteMemberSchema,
  memberIdSchema,
  setLimitsSchema,
} from "@/lib/team/member-input";
import * as members from "@/lib/team/members";
import { refusedField } from "@/lib/team/refused-fields";
import { offerReset } from "@/lib/team/reset-password";

const PEOPLE = () => ["people"] as const;
const hasServer = () => env.SMTP_URL !== undefined;
const linkTo = (path: string) => `${env.NEXTAUTH_URL.replace(/\/+$/, "")}${path}`;
const inviteLink = (sellerId: string, inviteId: string) =>
  linkTo(paths.invite(inviteToken(env.NEXTAUTH_SECRET, { sellerId, inviteId, isMailed: false })));

/** Invites somebody by mail; without a mail server the answer brings the link to hand over. */
export const invite = action({
  name: "team.invite",
  needs: "team:write",
  input: inviteMemberSchema,
  run: async (ctx, form) => {
    const isMailed = hasServer();
    const made = await invites.inviteMember(ctx, { ...form, isMailed });
    if (!made.ok) return made.refusal.code === "bad_email" ? refusedField(made.refusal, EMAIL) : made;
    const { inviteId, email } = made.value;
    return ok({ email, link: isMailed ? null : inviteLink(ctx.sellerId, inviteId) });
  },
  touches: PEOPLE,
});

const EMAIL = { email: "email", password: "email" };

export const resendInvite = action({
  name: "team.resend",
  needs: "team:write",
  input: inviteIdSchema,
  run: invites.resendInvite,
  touches: PEOPLE,
});

export const revokeInvite = action({
  name: "team.revoke",
  needs: "team:write",
  input: inviteIdSchema,
  run: invites.revokeInvite,
  touches: PEOPLE,
});

/** The link of an open invite, to be handed over in person. */
export const copyInviteLink = action({
  name: "team.inviteLink",
  needs: "team:write",
  input: inviteIdSchema,
  run: async (ctx, { inviteId }) => {
    const isOpen = await invites.handOverInvite(ctx, { inviteId });
    return isOpen ? ok({ link: inviteLink(ctx.sellerId, inviteId) }) : refuse({ code: "not_found" });
  },
});

export const changeRole = action({
  name: "team.role",
  needs: "team:write",
  input: changeRoleSchema,
  run: members.changeRole,
  touches: PEOPLE,
});

export const setLimits = action({
  name: "team.limits",
  needs: "team:write",
  input: setLimitsSchema,
  run: (ctx, { userId, ...limits }) => members.setLimits(ctx, { userId, limits }),
  touches: PEOPLE,
});

export const deactivateMember = action({
  name: "team.deactivate",
  needs: "team:write",
  input: memberIdSchema,
  run: members.deactivateMember,
  touches: () => ["people", "returns"] as const,
});

export const reactivateMember = action({
  name: "team.reactivate",
  needs: "team:write",
  input: memberIdSchema,
  run: members.reactivateMember,
  touches: PEOPLE,
});

/** Mails a member a link to a new password; without a mail server the answer brings the link to hand over. */
export const sendReset = action({
  name: "team.reset",
  needs: "team:write",
  input: memberIdSchema,
  run: async (ctx, { userId }) => {
    const isMailed = hasServer();
    const offered = await offerReset(ctx, { userId, isMailed });
    if (!offered.ok) return offered;
    const { resetId, email } = offered.value;
    const link = isMailed ? null : linkTo(paths.resetPassword(resetToken(env.NEXTAUTH_SECRET, resetId)));
    return ok({ email, link });
  },
});
