import type { Permission } from "@/lib/policy/permissions";

/** What navigation needs to know of the person; handed to the browser, so nothing more. */
export type ShellViewer = {
  name: string;
  email: string;
  sellerName: string | null;
  /** What is seen there is made up, for a part at least. */
  isDemo: boolean;
  canSwitchSeller: boolean;
  permissions: readonly Permission[];
};
