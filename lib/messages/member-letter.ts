import { formatDateTimeZone } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/kernel/locale";
import type { Role } from "@/lib/policy/permissions";
import type { Letter } from "./letter";
import { mailWords } from "./mail-words";

/** Stands for the token of a personal link wherever a message is kept; only the mail itself carries the link. */
export const HIDDEN_TOKEN = "only-in-the-mail";

type Context = { appUrl: string; locale: Locale; sellerName: string };

const linkTo = (appUrl: string, path: string): string => `${appUrl.replace(/\/+$/, "")}${path}`;

/** Asks somebody to join a seller. */
export function invitedLetter(invite: { role: Role; inviterName: string; days: number }, context: Context): Letter {
  const { appUrl, locale, sellerName: seller } = context;
  const { member, roles } = mailWords(locale);
  const { inviterName: name, days } = invite;
  return {
    locale,
    subject: member("invited.subject", { name, seller }),
    heading: member("invited.heading", { seller }),
    blocks: [
      { kind: "text", text: member("invited.body", { name, seller, role: roles(invite.role) }) },
      { kind: "links", links: [{ label: member("invited.act"), href: linkTo(appUrl, paths.invite(HIDDEN_TOKEN)) }] },
      { kind: "small", text: member("invited.small", { days }) },
    ],
    footer: member("footer", { seller }),
  };
}

type Notice = { kind: "resetUsed" | "newDevice"; name: string; email: string; device: string | null; at: Date };

/** Tells a person what was done with their account, and what to do if it was not them. */
export function accountLetter({ kind, name, email, device, at }: Notice, context: Context): Letter {
  const { appUrl, locale, sellerName: seller } = context;
  const { member } = mailWords(locale);
  const when = formatDateTimeZone(mailWords(locale).time, at, { locale, timeZone: "UTC", now: at });
  return {
    locale,
    subject: member(`${kind}.subject`),
    heading: member(`${kind}.heading`),
    blocks: [
      { kind: "text", text: member(`${kind}.body`, { name, email, device: device ?? "none", when }) },
      { kind: "links", links: [{ label: member(`${kind}.act`), href: linkTo(appUrl, paths.forgotPassword) }] },
      { kind: "small", text: member(`${kind}.small`) },
    ],
    footer: member("footer", { seller }),
  };
}

/** Lets somebody choose a new password. */
export function resetLetter(reset: { name: string; email: string }, context: Context): Letter {
  const { appUrl, locale, sellerName: seller } = context;
  const { member } = mailWords(locale);
  return {
    locale,
    subject: member("reset.subject"),
    heading: member("reset.heading"),
    blocks: [
      { kind: "text", text: member("reset.body", reset) },
      {
        kind: "links",
        links: [{ label: member("reset.act"), href: linkTo(appUrl, paths.resetPassword(HIDDEN_TOKEN)) }],
      },
      { kind: "small", text: member("reset.small") },
    ],
    footer: member("footer", { seller }),
  };
}
