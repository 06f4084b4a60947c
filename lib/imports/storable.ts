/** A text as the database can keep it: what no text may hold is shown as the sign of a broken character. */
const storable = (text: string): string => text.replace(/\0|\p{Cs}/gu, "\ufffd");

/** The same for every text inside of a value that is kept as JSON. */
export const storableJson = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "string" ? storable(part) : part)));
