import { readFileSync } from "node:fs";
import postgres from "postgres";

/** libpq's words about a connection, which the server would refuse as settings it does not know. */
const FOR_LIBPQ_ALONE = ["channel_binding", "gssencmode", "pgbouncer", "uselibpqcompat"];

type Tls = { ca?: string; cert?: string; key?: string; checkServerIdentity?: () => undefined };

/** Opens a pool on an address as libpq's own programs take it, with the files of its certificates. */
export function openPool(address: string, options: postgres.Options<Record<string, never>>): postgres.Sql {
  const url = new URL(address);
  const take = (name: string): string | null => {
    const value = url.searchParams.get(name);
    url.searchParams.delete(name);
    return value;
  };
  for (const name of FOR_LIBPQ_ALONE) take(name);
  const ssl = tlsOf(take, url.searchParams.get("sslmode"));
  return postgres(url.href, { ...options, ...(ssl ? { ssl } : {}) });
}

/** As in libpq, `require` and `verify-ca` trust any name the authority vouches for; only `verify-full` compares it. */
function tlsOf(take: (name: string) => string | null, mode: string | null): Tls | null {
  const [root, cert, key] = ["sslrootcert", "sslcert", "sslkey"].map(take);
  if (!root || mode === "disable") return null;
  return {
    ...(root === "system" ? {} : { ca: readFileSync(root, "utf8") }),
    ...(cert && key ? { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") } : {}),
    ...(mode === "require" || mode === "verify-ca" ? { checkServerIdentity: () => undefined } : {}),
  };
}
