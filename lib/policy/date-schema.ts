import { z } from "zod";

/** A calendar date without a time, 'YYYY-MM-DD', read in the channel's zone. */
export const dateSchema = z.iso.date();
