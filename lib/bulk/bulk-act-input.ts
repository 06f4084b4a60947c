import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import { bulkRequestSchema } from "./bulk-request";

/** What a bulk act keeps: the act, and the ids that were asked for and are nobody's here. */
export const bulkActInputSchema = z.object({ request: bulkRequestSchema, notFound: z.array(idSchema) });
