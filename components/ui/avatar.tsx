/** One or two characters for a name: the end of a Chinese one, else the first letters of its first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  if (/\p{Script=Han}/u.test(name)) return [...words.join("")].slice(-2).join("");
  return ([...first][0] ?? "") + ([...last][0] ?? "");
}

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
