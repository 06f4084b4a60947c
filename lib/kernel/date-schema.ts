import { z } from "zod";
import { isDate } from "./calendar";

/** A calendar date without a time, 'YYYY-MM-DD', read in the channel's zone. */
export const dateSchema = z.stringFormat("date", isDate);
