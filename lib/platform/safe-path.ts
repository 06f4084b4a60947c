import { paths } from "@/lib/i18n/paths";

const BASE = "http://here.invalid";

/**
 * Where to go after signing in: a path of this very site, else the start page. Refuses what a browser could read as
 * another host: two slashes, backslashes, control characters, encoded slashes at the front.
 */
export function safePath(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\]|%2f|%5c)[^\\\p{Cc}]*$/iu.test(wanted)) return paths.home;
  if (!URL.canParse(wanted, BASE)) return paths.home;
  const { origin, pathname, search } = new URL(wanted, BASE);
  return origin === BASE && !pathname.startsWith("//") && !pathname.startsWith("/api/")
    ? pathname + search
    : paths.home;
}
