import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import { PERMISSIONS_OF, type Permission, type Role } from "@/lib/policy/permissions";
import { env } from "./env";
import { readSessionCookie } from "./session-cookie";
import { findSession } from "./sessions";

export type Session = {
  sessionId: string;
  user: { id: string; name: string; email: string; isSupport: boolean };
  /** Null for support staff who are in no shop, and for a person who was removed from the chosen one. */
  seller: { id: string; name: string; locale: string; isDemo: boolean } | null;
  /** Until when platform support looks at the seller; null for a member. */
  visitUntil: Date | null;
  sellers: { id: string; name: string }[];
  role: Role | "support" | null;
  permissions: readonly Permission[];
};
export type SellerSession = Session & { seller: NonNullable<Session["seller"]>; role: Role | "support" };

/** Who is asking, or null. The cookie only names a row; the row decides, once a request. */
export const getSession = cache(async (): Promise<Session | null> => {
  const token = await readSessionCookie();
  if (!token) return null;
  const rows = await findSession(db, token);
  const [first] = rows;
  if (!first || (first.user.isSupport && !env.PLATFORM_SUPPORT)) return null;
  const own = rows.flatMap(({ member, seller }) => (member && seller ? [{ ...seller, role: member.role }] : []));
  const isVisit = first.user.isSupport && first.isVisiting;
  const role = own.find(({ id }) => id === first.chosen?.id)?.role ?? (isVisit ? "support" : null);
  return {
    sessionId: first.sessionId,
    user: first.user,
    seller: role ? first.chosen : null,
    visitUntil: role === "support" && first.chosen ? first.visitUntil : null,
    sellers: own.map(({ id, name }) => ({ id, name })),
    role: first.chosen ? role : null,
    permissions: role && first.chosen ? PERMISSIONS_OF[role] : [],
  };
});

/** For pages: whoever is not signed in goes to sign in, and comes back. */
export async function requireSession(): Promise<Session> {
  const session = await getSession();
  if (session) return session;
  redirect(paths.signIn((await headers()).get("x-path") ?? undefined));
}

/** For pages: a session that looks at a seller and has the permission; else the choice of sellers, or a 403 page. */
export async function requireSeller(permission: Permission): Promise<SellerSession> {
  const session = await requireSession();
  if (!looksAtSeller(session)) redirect(paths.sellers);
  if (!session.permissions.includes(permission)) forbidden();
  return session;
}

export const looksAtSeller = (session: Session): session is SellerSession =>
  session.seller !== null && session.role !== null;
