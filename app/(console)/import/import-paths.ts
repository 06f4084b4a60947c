import { paths } from "@/lib/paths";

/** Addresses of this route family and of what it asks the server. */
export const importPaths = {
  detail: (importId: string) => `${paths.import}/${importId}`,
  status: (importId: string) => `/api/imports/${importId}`,
  refused: (importId: string) => `/api/imports/${importId}/refused`,
  upload: (query: Record<string, string>) => `/api/imports?${new URLSearchParams(query)}`,
} as const;
