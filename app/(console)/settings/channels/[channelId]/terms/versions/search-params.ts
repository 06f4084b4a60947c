/** The URL of the versions: two to compare, and the place in the list. Versions are told by their number. */
export type VersionsUrl = { from: number | null; to: number | null; after: number | null; before: number | null };

const MOST = 2_147_483_647;

const numberIn = (value: string | string[] | undefined): number | null => {
  const number = typeof value === "string" && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : null;
  return number !== null && number <= MOST ? number : null;
};

export const versionsUrl = (query: Record<string, string | string[] | undefined>): VersionsUrl => ({
  from: numberIn(query.from),
  to: numberIn(query.to),
  after: numberIn(query.after),
  before: numberIn(query.before),
});
