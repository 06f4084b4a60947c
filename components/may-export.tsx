"use client";

import { createContext, type ReactNode, useContext } from "react";

const MayExport = createContext(false);

/** Whether whoever looks may take people's data away; the server asks again. */
export const MayExportScope = ({ may, children }: { may: boolean; children: ReactNode }) => (
  <MayExport value={may}>{children}</MayExport>
);

export const useMayExport = (): boolean => useContext(MayExport);
