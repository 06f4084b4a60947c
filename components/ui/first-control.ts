const CONTROL =
  "input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href]";

/** The control to begin with: the first, or of a first group of radios the chosen one. */
export function firstControl(root: HTMLElement | null): HTMLElement | null {
  const first = root?.querySelector<HTMLElement>(CONTROL) ?? null;
  if (!(first instanceof HTMLInputElement) || first.type !== "radio") return first;
  const group = root?.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(first.name)}"]`) ?? [];
  return [...group].find(({ checked }) => checked) ?? first;
}
