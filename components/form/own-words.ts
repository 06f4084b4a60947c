type Facts = Record<string, string>;
type Words = { (key: never, facts?: never): string; has(key: never): boolean };

/** A form's own words for its wrong fields: `comment_too_long`, or `comment` for whatever is wrong with it. */
export const ownWords =
  (t: Words, facts?: Facts) =>
  (name: string, code: string): string | undefined => {
    const key = [`${name}_${code}`, name].find((candidate) => t.has(candidate as never));
    return key === undefined ? undefined : t(key as never, facts as never);
  };
