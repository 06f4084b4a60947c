"use client";

import { type ReactNode, useRef } from "react";
import { useRowKeys } from "./use-row-keys";

type RowKeysProps = { children: ReactNode; onToggle?: (rowId: string, options: { isRange: boolean }) => void };

export function RowKeys({ children, onToggle }: RowKeysProps) {
  const root = useRef<HTMLDivElement>(null);
  useRowKeys(root, onToggle);
  return <div ref={root}>{children}</div>;
}
