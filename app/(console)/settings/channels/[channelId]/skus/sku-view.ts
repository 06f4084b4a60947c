import { z } from "zod";

const text = z.string().trim().max(200).catch("").default("");
const key = z.string().min(1).max(200).nullable().catch(null).default(null);

const viewSchema = z.object({ q: text, after: key, before: key });

/** What the address of the page says; what means nothing there is left out. */
export const readSkuView = (raw: Record<string, string | string[] | undefined>) => viewSchema.parse(raw);
