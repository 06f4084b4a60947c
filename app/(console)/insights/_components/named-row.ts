import type { ComparedRow } from "@/lib/insights/compared";

/** A group with its name in the reader's words, and its returns where a list can show them. */
export type NamedRow = ComparedRow & { label: string; href: string | null };

/** What a bar is drawn from. */
export type ChartBar = Pick<NamedRow, "label" | "returns" | "href" | "isRest">;
