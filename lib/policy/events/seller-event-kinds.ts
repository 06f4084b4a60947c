import type { ImportMove } from "../machines/import/import-machine";

/** What can be done to a shop itself, in the order in which a person looks for it. */
export const SELLER_EVENT_KINDS = [
  "terms_published",
  "operation_changed",
  "automation_paused",
  "automation_resumed",
  "channel_created",
  "channel_changed",
  "channel_key_issued",
  "channel_key_revoked",
  "sku_rule_saved",
  "sku_rule_removed",
  "sku_rules_imported",
  "reason_saved",
  "reason_retired",
  "address_saved",
  "address_retired",
  "robot_saved",
  "robot_retired",
  "template_saved",
  "template_reset",
  "view_saved",
  "view_deleted",
  "demo_removed",
  "member_invited",
  "invite_sent_again",
  "invite_copied",
  "invite_revoked",
  "member_joined",
  "account_replaced",
  "reset_offered",
  "reset_used",
  "role_changed",
  "limits_changed",
  "member_deactivated",
  "member_reactivated",
  "support_entered",
  "support_left",
  "data_exported",
] as const;
export type SellerEventKind = (typeof SELLER_EVENT_KINDS)[number];

/** What the moves of an import tell the shop's audit beside that: those that changed its returns or its orders. */
export const IMPORT_AUDIT_KINDS = ["finish", "undo"] as const satisfies readonly ImportMove[];

export const SHOP_AUDIT_KINDS = [...SELLER_EVENT_KINDS, ...IMPORT_AUDIT_KINDS] as const;
export type ShopAuditKind = (typeof SHOP_AUDIT_KINDS)[number];
export const isOfImport = (kind: ShopAuditKind) => IMPORT_AUDIT_KINDS.some((known) => known === kind);

/** The same by what it is done to, each group to be looked for as a whole. */
export const SELLER_EVENT_GROUPS = {
  channels: ["channel_created", "channel_changed", "operation_changed", "terms_published"],
  keys: ["channel_key_issued", "channel_key_revoked"],
  automation: ["automation_paused", "automation_resumed"],
  imports: IMPORT_AUDIT_KINDS,
  skus: ["sku_rule_saved", "sku_rule_removed", "sku_rules_imported"],
  reasons: ["reason_saved", "reason_retired"],
  addresses: ["address_saved", "address_retired"],
  robots: ["robot_saved", "robot_retired"],
  templates: ["template_saved", "template_reset"],
  views: ["view_saved", "view_deleted"],
  demo: ["demo_removed"],
  team: [
    "member_invited",
    "invite_sent_again",
    "invite_copied",
    "invite_revoked",
    "member_joined",
    "account_replaced",
    "reset_offered",
    "reset_used",
    "role_changed",
    "limits_changed",
    "member_deactivated",
    "member_reactivated",
  ],
  support: ["support_entered", "support_left"],
  exports: ["data_exported"],
} as const satisfies Record<string, readonly ShopAuditKind[]>;
type SellerEventGroup = keyof typeof SELLER_EVENT_GROUPS;

export const sellerEventGroups = Object.keys(SELLER_EVENT_GROUPS) as SellerEventGroup[];

const isGroup = (name: string): name is SellerEventGroup => Object.hasOwn(SELLER_EVENT_GROUPS, name);

export const groupOf = (kind: ShopAuditKind): SellerEventGroup | undefined =>
  sellerEventGroups.find((group) => SELLER_EVENT_GROUPS[group].some((known) => known === kind));

/** The kinds that a filter names: one of them, or a group's; none for what is neither. */
export const kindsNamed = (name: string): readonly ShopAuditKind[] =>
  isGroup(name) ? SELLER_EVENT_GROUPS[name] : SHOP_AUDIT_KINDS.filter((kind) => kind === name);
