import { paths } from "@/lib/paths";

export const SHOWS = ["all", "moved", "refused"] as const;
type Show = (typeof SHOWS)[number];

export type JobPlace = { show: Show; after: number | null; before: number | null };

type Given = Record<string, string | string[] | undefined>;

const position = (value: string | string[] | undefined): number | null =>
  typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : null;

/** Which returns of a job the address asks for; what it does not know is left out. */
export const jobPlaceOf = ({ show, after, before }: Given): JobPlace => ({
  show: SHOWS.find((known) => known === show) ?? "all",
  after: position(after),
  before: position(before),
});

export function jobHref(jobId: string, show: Show, key: { after?: number; before?: number } = {}): string {
  const query = new URLSearchParams(show === "all" ? {} : { show });
  for (const [name, value] of Object.entries(key)) query.set(name, String(value));
  return query.size === 0 ? paths.job(jobId) : `${paths.job(jobId)}?${query}`;
}
