import { z } from "zod";
import { canonicalLanguage } from "./buyer-languages";

/** A language tag that has its one spelling already. */
export const languageSchema = z.string().refine((text) => canonicalLanguage(text) === text, { error: "bad_language" });
