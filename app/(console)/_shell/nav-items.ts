import { Inbox, type LucideIcon, Upload, UserRound } from "lucide-react";
import { paths } from "@/lib/paths";
import type { Permission } from "@/lib/permissions";

type NavItem = {
  key: "returns" | "import" | "account";
  group: "orders" | "shop" | "settings";
  href: string;
  icon: LucideIcon;
  needs: Permission | null;
  /** After g. */
  shortcut: string | null;
};

/** Where the console leads; only what has a page stands here. */
const NAV_ITEMS: readonly NavItem[] = [
  { key: "returns", group: "orders", href: paths.returns(), icon: Inbox, needs: "returns:read", shortcut: "r" },
  { key: "import", group: "shop", href: paths.import, icon: Upload, needs: "imports:read", shortcut: "i" },
  { key: "account", group: "settings", href: paths.account, icon: UserRound, needs: null, shortcut: null },
];

/** The entries a person with these permissions sees. */
export const navItemsFor = (permissions: readonly Permission[]): readonly NavItem[] =>
  NAV_ITEMS.filter(({ needs }) => needs === null || permissions.includes(needs));
