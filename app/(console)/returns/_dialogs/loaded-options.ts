import type { DecisionOptions } from "@/lib/returns/decision-options";

/** What the dialog was opened with, and for which seller. */
export type LoadedOptions = DecisionOptions & { sellerId: string };
