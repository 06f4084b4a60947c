import { z } from "zod";

/** An instant: a Date where it is written and where it is read, text while it is kept as JSON. */
export const instantSchema = z.union([z.date(), z.iso.datetime()]).pipe(z.coerce.date());
