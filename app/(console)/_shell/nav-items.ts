import {
  ChartColumn,
  HandCoins,
  Handshake,
  History,
  Inbox,
  ListChecks,
  type LucideIcon,
  Mail,
  Package,
  PackageOpen,
  Settings,
  Sun,
  Truck,
  Upload,
  UserRound,
} from "lucide-react";
import { paths } from "@/lib/i18n/paths";
import type { Permission } from "@/lib/policy/permissions";

export type NavItem = {
  key:
    | "today"
    | "returns"
    | "parcels"
    | "receive"
    | "forwarder"
    | "handover"
    | "refunds"
    | "bulkActs"
    | "mailbox"
    | "import"
    | "insights"
    | "audit"
    | "settings"
    | "account";
  /** Null: it stands in the menu of the person. */
  group: "orders" | "shop" | null;
  href: string;
  icon: LucideIcon;
  needs: Permission | null;
  /** After g. */
  shortcut: string | null;
};

/** Where the console leads; only what has a page stands here. */
const NAV_ITEMS: readonly NavItem[] = [
  { key: "today", group: "orders", href: paths.today, icon: Sun, needs: "returns:decide", shortcut: "t" },
  { key: "returns", group: "orders", href: paths.returns(), icon: Inbox, needs: "returns:read", shortcut: "r" },
  { key: "parcels", group: "orders", href: paths.parcels(), icon: Package, needs: "returns:read", shortcut: "l" },
  { key: "receive", group: "orders", href: paths.receive, icon: PackageOpen, needs: "parcels:receive", shortcut: "e" },
  { key: "handover", group: "orders", href: paths.handover(), icon: Handshake, needs: "returns:read", shortcut: "h" },
  { key: "refunds", group: "orders", href: paths.refunds, icon: HandCoins, needs: "returns:read", shortcut: "p" },
  { key: "import", group: "shop", href: paths.import, icon: Upload, needs: "imports:read", shortcut: "i" },
  { key: "forwarder", group: "shop", href: paths.forwarder, icon: Truck, needs: "returns:read", shortcut: "f" },
  { key: "mailbox", group: "shop", href: paths.mailbox(), icon: Mail, needs: "returns:read", shortcut: "m" },
  { key: "insights", group: "shop", href: paths.insights, icon: ChartColumn, needs: "insights:read", shortcut: "n" },
  { key: "bulkActs", group: "shop", href: paths.bulkActs, icon: ListChecks, needs: "returns:read", shortcut: "j" },
  { key: "audit", group: "shop", href: paths.audit, icon: History, needs: "audit:read", shortcut: "a" },
  { key: "settings", group: "shop", href: paths.settings, icon: Settings, needs: "settings:read", shortcut: "s" },
  { key: "account", group: null, href: paths.account, icon: UserRound, needs: null, shortcut: null },
];

/** The entries a person with these permissions sees. */
export const navItemsFor = (permissions: readonly Permission[]): readonly NavItem[] =>
  NAV_ITEMS.filter(({ needs }) => needs === null || permissions.includes(needs));
