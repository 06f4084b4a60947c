import { z } from "zod";
import { canonicalLanguage } from "./buyer-languages";
import { isDate } from "./dates";
import { isId } from "./ids";

/** An instant: a Date where it is written and where it is read, text while it is kept as JSON. */
export const instantSchema = z.union([z.date(), z.iso.datetime()]).pipe(z.coerce.date());

/** A language tag that has its one spelling already. */
export const languageSchema = z.string().refine((text) => canonicalLanguage(text) === text, { error: "bad_language" });

/** ISO 4217 code, upper case. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

/** A calendar date without a time, 'YYYY-MM-DD', read in the channel's zone. */
export const dateSchema = z.stringFormat("date", isDate);

export const idSchema = z.stringFormat("uuid", isId);

const zoneSchema = z.string().refine((zone) => zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone));

/** A minute of the day on a date, as somebody in a zone writes it. */
export const dayTimeSchema = z.strictObject({
  on: dateSchema,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: zoneSchema,
});
