import { useEffect } from "react";

const partsLoaded = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith("/_next/static/"));

/** Lets the browser keep this page, so that it can be reloaded while nobody answers. A development server keeps nothing. */
export function useKeptPage(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    const register = async () => {
      await navigator.serviceWorker.register("/receive-worker.js", { scope: "/receive" });
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ kind: "keep", parts: partsLoaded() });
    };
    // Without https, or where the browser forbids it, the page simply needs the network.
    register().catch(() => {});
  }, []);
}
