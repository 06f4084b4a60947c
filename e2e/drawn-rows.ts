import type { Page } from "@playwright/test";

type Fiber = {
  flags: number;
  type: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
  memoizedProps: Record<string, unknown> | null;
};
type Watched = typeof globalThis & { drawnRows: string[]; __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown };

/** Stands where React's own tools would, and notes each row that is drawn anew; before the page is opened. */
export const watchRows = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const watched = globalThis as Watched;
    watched.drawnRows = [];
    const note = (fiber: Fiber): void => {
      // The same children as before: nothing below was drawn.
      if (fiber.alternate && fiber.child === fiber.alternate.child) return;
      for (let child = fiber.child; child; child = child.sibling) {
        const id = child.child?.type === "tr" ? child.child.memoizedProps?.["data-row-id"] : undefined;
        // React's mark of what did work in this commit.
        const hasWorked = (child.flags & 1) !== 0;
        if (typeof child.type !== "string" && typeof id === "string" && hasWorked) watched.drawnRows.push(id);
        note(child);
      }
    };
    watched.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
      renderers: new Map(),
      supportsFiber: true,
      inject: () => 1,
      checkDCE: () => {},
      onCommitFiberRoot: (_: number, root: { current: Fiber }) => note(root.current),
      onPostCommitFiberRoot: () => {},
      onCommitFiberUnmount: () => {},
    };
  });

/** The rows that were drawn while something was done. */
export async function rowsDrawnBy(page: Page, act: () => Promise<void>): Promise<string[]> {
  await page.evaluate(() => {
    (globalThis as Watched).drawnRows = [];
  });
  await act();
  return page.evaluate(() => (globalThis as Watched).drawnRows);
}
