import { hash, verify } from "@node-rs/argon2";
import { isCommonPassword } from "./common-passwords";

const PASSWORD_MIN = 12;
const PASSWORD_MAX = 128;

// Argon2id (the library's default kind) at OWASP's first recommendation.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One keyboard writes a letter in one piece, another in two: both are the same password. Nothing is cut off. */
const canonical = (password: string): string => password.normalize("NFKC");

export type PasswordFault = "too_short" | "too_long" | "too_common";

/** What is wrong with a new password, or null. Length counts characters as people see them in code points. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const plain = canonical(password);
  const length = [...plain].length;
  if (length < PASSWORD_MIN) return "too_short";
  if (length > PASSWORD_MAX) return "too_long";
  return isCommonPassword(plain, email) ? "too_common" : null;
}

export const hashPassword = (password: string): Promise<string> => hash(canonical(password), COST);

let decoy: Promise<string> | undefined;

/** Whether the password is the account's; without an account the same work is done for nothing, and answers false. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID(), COST);
  const isRight = await verify(passwordHash ?? (await decoy), canonical(password));
  return isRight && passwordHash !== null;
}
