import { paths } from "@/lib/i18n/paths";

/** Addresses of this route family and of what it asks the server. */
export const importPaths = {
  detail: paths.importDetail,
  columns: (importId: string) => `${paths.importDetail(importId)}?columns=1`,
  example: (name: string) => `/examples/${name}.csv`,
  status: (importId: string) => `/api/imports/${importId}`,
  refused: (importId: string) => `/api/imports/${importId}/refused`,
  upload: (query: Record<string, string>) => `/api/imports?${new URLSearchParams(query)}`,
} as const;
