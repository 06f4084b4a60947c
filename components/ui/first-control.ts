const FIELD = "input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)";
const ACT = "button:not(:disabled), a[href]";

/** The field to begin with: the first, or of a first group of radios the chosen one. */
export function firstField(root: HTMLElement | null): HTMLElement | null {
  const first = root?.querySelector<HTMLElement>(FIELD) ?? null;
  if (!(first instanceof HTMLInputElement) || first.type !== "radio") return first;
  const group = root?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(first.name)}"]`) ?? [];
  return [...group].find(({ checked }) => checked) ?? first;
}

/** The same, or where nothing is to be filled in the first button or link. */
export const firstControl = (root: HTMLElement | null): HTMLElement | null =>
  firstField(root) ?? root?.querySelector<HTMLElement>(ACT) ?? null;
