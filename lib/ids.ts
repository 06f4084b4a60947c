import { v7 } from "uuid";
import { z } from "zod";

/** A time-ordered id (UUID v7): later ids sort behind earlier ones. */
export const newId = (): string => v7();

export const idSchema = z.uuid();

/** Whether a string off the wire can be an id at all; a database never sees anything else. */
export const isId = (value: unknown): value is string => idSchema.safeParse(value).success;
