import { v7, validate } from "uuid";

/** A time-ordered id (UUID v7): later ids sort behind earlier ones. */
export const newId = (): string => v7();

/** Whether a string off the wire can be an id at all; a database never sees anything else. */
export const isId = (value: unknown): value is string => typeof value === "string" && validate(value);
