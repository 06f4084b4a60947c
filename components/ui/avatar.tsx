/** One or two characters for a name: the end of a Chinese one, else the first letters of its first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (/\p{Script=Han}/u.test(name)) return [...words.join("")].slice(-2).join("");
  return ([...first][0] ?? "") + ([...last][0] ?? "");
}

/** One or two characters for a thing: the first letters of its first words, the beginning of a Chinese name. */
export function lettersOf(title: string): string {
  if (/^\p{Script=Han}/u.test(title)) return [...title].slice(0, 2).join("");
  const words = title.split(/[\s-]+/).flatMap((word) => /^\P{L}*(\p{L})/u.exec(word)?.[1] ?? []);
  return words.slice(0, 2).join("").toUpperCase();
}

/** What people are called among colleagues: the first word of a name; a Chinese one stays whole. */
export const shortNameOf = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? name : (name.trim().split(/\s+/)[0] ?? name);

/** Stands beside a person's name, and says nothing of its own. */
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-tone-neutral font-semibold text-[0.625rem] text-tone-neutral-fg leading-none"
    >
      {initialsOf(name)}
    </span>
  );
}
