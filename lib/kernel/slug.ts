const SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/;

/** A name in the address of a page: 3 to 40 small letters, figures and hyphens between them. */
export const isSlug = (text: string): boolean => SLUG.test(text) && !text.includes("--");

/** The slug that a name comes nearest to; `rest` where nothing of it is left. */
export function slugOf(name: string, rest: string): string {
  const near = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 30)
    .replace(/-+$/, "");
  return isSlug(near) ? near : rest;
}
