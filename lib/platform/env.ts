import { z } from "zod";
import { canonicalEmail } from "@/lib/kernel/email";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const WEAK = /changeme|change-me|secret|password|example|placeholder|insecure/i;

const address = z
  .url({ protocol: /^https?$/ })
  .refine((value) => value.startsWith("https:") || LOOPBACK.includes(new URL(value).hostname), {
    message: "must be https, except on this very machine",
  });

const secret = z
  .string()
  .min(32, { message: "must have at least 32 characters" })
  .refine((value) => new Set(value).size >= 12 && !WEAK.test(value), { message: "is too easy to guess" });

/** In megabytes; many years of labels, and the largest import there can be. */
export const STORAGE_MB = 8192;

const flag = z.stringbool().default(false);

const mailServer = z
  .url({ protocol: /^smtps?$/, hostname: /./ })
  .refine((value) => new URL(value).username === "" || new URL(value).password !== "", {
    message: "names a user without a password",
  });

const variables = z.object({
  APP_DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, { message: "must be a postgres:// address" }),
  /** The one address people open; links, cookies and the Origin check go by it, never by a request's Host. */
  NEXTAUTH_URL: address,
  NEXTAUTH_SECRET: secret,
  DATA_DIR: z.string().min(1).default(".data"),
  /** How many megabytes of labels and reports one seller may keep. */
  STORAGE_PER_SHOP_MB: z.coerce.number().int().min(1).default(STORAGE_MB),
  /** Cookies ignore ports: this keeps two instances on one machine from signing each other out. */
  INSTANCE_ID: z.string().regex(/^[A-Za-z0-9]{4,40}$/, { message: "must be 4 to 40 letters and digits" }),
  /** What set-up asks for, as its hash; without it nobody sets the product up. */
  SETUP_CODE_HASH: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  PLATFORM_SUPPORT: flag,
  /** Addresses or networks, separated by commas, whose X-Forwarded-* headers are believed. */
  TRUSTED_PROXY: z.string().default(""),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** smtp:// or smtps://, with user and password where the server asks for them; without it mail is only kept. */
  SMTP_URL: mailServer.optional(),
  /** The address all mail comes from. */
  MAIL_FROM: z
    .string()
    .refine((value) => canonicalEmail(value) !== null, { message: "must be one e-mail address, without a name" })
    .optional(),
});

/** A server without a sender, or a sender without a server, is half a setting. */
const envSchema = variables.superRefine(({ SMTP_URL, MAIL_FROM }, context) => {
  if (SMTP_URL && !MAIL_FROM) context.addIssue({ code: "custom", path: ["MAIL_FROM"] });
  if (MAIL_FROM && !SMTP_URL) context.addIssue({ code: "custom", path: ["SMTP_URL"] });
});
type Env = z.infer<typeof envSchema>;

// `next build` evaluates modules that hold the pool; nothing connects then, so nothing has to be configured.
const DURING_BUILD: Record<string, string> = {
  APP_DATABASE_URL: "postgres://nobody@build.invalid/none",
  NEXTAUTH_URL: "https://build.invalid",
  NEXTAUTH_SECRET: "abcdefghijklmnopqrstuvwxyz0123456789",
  INSTANCE_ID: "build",
};

/** Parses the environment; throws with the names of what is missing or wrong, never with a value. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is how a shell or a compose file says "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} ${given[name] === undefined ? "is missing" : message}`;
  });
  throw new Error(`The environment is not complete: ${wrong.join("; ")}.`);
}

let known: Env | undefined;
const current = (): Env =>
  (known ??= readEnv(process.env.NEXT_PHASE === "phase-production-build" ? DURING_BUILD : process.env));

/** The parsed environment, read at the first use. */
export const env: Env = new Proxy({} as Env, { get: (_, name) => Reflect.get(current(), name) });
