import type { Permission } from "@/lib/permissions";

/** What navigation needs to know of the person; handed to the browser, so nothing more. */
export type ShellViewer = {
  name: string;
  email: string;
  sellerName: string | null;
  canSwitchSeller: boolean;
  permissions: readonly Permission[];
};
