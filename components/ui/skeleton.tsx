import { clsx } from "clsx";

/** A grey stand-in with the size of what is coming (give it height and width classes). */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx("block rounded-badge bg-sunken motion-safe:animate-pulse", className)} />;
}
