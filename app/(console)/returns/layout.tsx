import type { ReactNode } from "react";
import { SelectionProvider } from "./_components/selection-context";

/** Keeps the selection over paging and over a look into a return; guards nothing. */
export default function ReturnsLayout({ children }: { children: ReactNode }) {
  return <SelectionProvider>{children}</SelectionProvider>;
}
