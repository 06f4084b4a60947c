// Toasts wait until the last dialog is closed: a modal hides them from screen readers.
let open = 0;
const waiting: (() => void)[] = [];

/** Counts a dialog as open; the answer counts it as closed again. */
export function dialogOpened(): () => void {
  open += 1;
  return () => {
    open -= 1;
    if (open === 0) for (const run of waiting.splice(0)) run();
  };
}

export const isDialogOpen = (): boolean => open > 0;

export function whenNoDialog(run: () => void): void {
  if (open === 0) run();
  else waiting.push(run);
}
