import type { Db } from "@/db/client";
import { makeSupportOf } from "@/db/testing";
import { newId } from "@/lib/kernel/ids";
import type { Role } from "@/lib/policy/permissions";
import { createUser } from "./create-user";
import { addMember } from "./members";
import { signIn } from "./sign-in";

export const PASSWORD = "a lovely quiet harbour";

/** A person with a password that works; of a seller when one is given. */
export async function aPerson(db: Db, options: { sellerId?: string; role?: Role; isSupport?: boolean } = {}) {
  const email = `${newId()}@example.test`;
  const { isSupport = false, sellerId, role = "agent" } = options;
  const made = await createUser({ db, now: new Date() }, { name: "Pat Person", email, password: PASSWORD });
  if (!made.ok) throw new Error(made.refusal.code);
  if (isSupport) await makeSupportOf(db, email);
  if (sellerId) await addMember({ db, sellerId, now: new Date() }, { userId: made.value.userId, role });
  return { userId: made.value.userId, email };
}

let lastAddress = 0;
/** An address nobody has tried from yet. */
export const anAddressKey = () => `ip:198.51.100.${++lastAddress}`;

/** Whoever is signed in, as the seam of one's own acts has them. */
export const asOwn = (db: Db, { userId, sessionId }: { userId: string; sessionId: string }, now = new Date()) => ({
  db,
  user: { id: userId },
  sessionId,
  now,
});

type Entering = Partial<Parameters<typeof signIn>[1]> & { now?: Date };
export const enter = (db: Db, email: string, { now = new Date(), ...options }: Entering = {}) =>
  signIn(
    { db, now },
    {
      email,
      password: PASSWORD,
      addressKey: anAddressKey(),
      device: { id: null, name: null },
      lastsSeconds: 3600,
      hasSupport: true,
      ...options,
    },
  );

/** Signs in a person who can; answers the two ids. */
export async function entered(db: Db, email: string): Promise<{ userId: string; sessionId: string }> {
  const answer = await enter(db, email);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
