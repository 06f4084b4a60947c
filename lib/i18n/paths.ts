const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** In the address of a list that opens with all of it selected. */
export const SELECT_MATCHING = "matching";

/** The lists of the settings that can be taken away as a file. */
export type SettingsList = "team" | "reasons" | "addresses";

/** Every address inside the product, written once. */
export const paths = {
  home: "/",
  today: "/today",
  signIn: (next?: string) => withQuery("/signin", { next }),
  setup: "/setup",
  sellers: "/sellers",
  account: "/account",
  accountCsv: "/api/account/csv",
  returns: (tab?: string) => withQuery("/returns", { tab }),
  /** All returns that a text finds; the one that it names opens at once. */
  findReturns: (q: string) => withQuery("/returns", { tab: "all", q, go: "1" }),
  /** What a bulk act left undone, all of it selected. */
  selectNotDone: (bulkActId: string) => withQuery("/returns", { tab: "all", job: bulkActId, select: SELECT_MATCHING }),
  newReturn: (order?: { channel: string; order: string }) => withQuery("/returns/new", { ...order }),
  returnDetail: (returnId: string) => `/returns/${returnId}`,
  /** One return of a list, which is told by its query: the page knows what comes before and after. */
  returnInList: (returnId: string, from: string) => withQuery(`/returns/${returnId}`, { from }),
  returnQueue: (returnId: string, from: string) => withQuery(`/api/returns/${returnId}/queue`, { from }),
  import: "/import",
  importsCsv: "/api/imports/csv",
  importDetail: (importId: string) => `/import/${importId}`,
  file: (fileId: string) => `/api/files/${fileId}`,
  smallPhoto: (fileId: string) => `/api/files/${fileId}?small`,
  bulkActs: "/jobs",
  bulkActsCsv: "/api/jobs/csv",
  bulkActCsv: (bulkActId: string) => `/api/jobs/${bulkActId}/csv`,
  handover: (channel?: string) => withQuery("/handover", { channel }),
  handoversCsv: (list: { channel: string; sort: string }) => withQuery("/api/handovers/csv", { ...list }),
  mailboxCsv: (show: string) => withQuery("/api/mailbox/csv", { show }),
  returnsCsv: "/api/returns/csv",
  mailbox: (show?: string) => withQuery("/mailbox", { show }),
  message: (messageId: string) => `/mailbox/${messageId}`,
  audit: "/audit",
  auditOf: (search: string) => `/audit?q=${encodeURIComponent(search)}`,
  auditOfImport: (importId: string) => `/audit?import=${importId}`,
  shopAudit: "/audit?of=shop",
  auditCsv: "/api/audit/csv",
  settings: "/settings",
  newChannel: "/settings/channels/new",
  settingsChannel: (channelId: string) => `/settings/channels/${channelId}`,
  /** The parts of one channel's settings. */
  channelTerms: (channelId: string) => `/settings/channels/${channelId}/terms`,
  channelVersions: (channelId: string, compare?: { from: string; to: string }) =>
    withQuery(`/settings/channels/${channelId}/terms/versions`, { ...compare }),
  /** How the channel worked, beside its terms. */
  channelWork: (channelId: string) => `/settings/channels/${channelId}/terms/versions?of=work`,
  channelVersionsCsv: (channelId: string) => `/api/channels/${channelId}/versions`,
  channelAutomation: (channelId: string) => `/settings/channels/${channelId}/automation`,
  channelSkus: (channelId: string, q?: string) => withQuery(`/settings/channels/${channelId}/skus`, { q }),
  /** Downloads all rules; takes a file of them. */
  channelSkusCsv: (channelId: string, how?: Record<string, string>) =>
    withQuery(`/api/channels/${channelId}/skus`, { ...how }),
  channelTry: (channelId: string, on?: { return?: string }) =>
    withQuery(`/settings/channels/${channelId}/try`, { ...on }),
  policyPreview: (channelId: string, previewId: string) => `/settings/channels/${channelId}/preview/${previewId}`,
  policyPreviewCsv: (previewId: string) => `/api/previews/${previewId}/csv`,
  addresses: "/settings/addresses",
  /** `new` is one to be added. */
  address: (addressId: string) => `/settings/addresses/${addressId}`,
  reasons: "/settings/reasons",
  reasonsOf: (kind: "close" | "return") =>
    withQuery("/settings/reasons", { show: kind === "close" ? undefined : kind }),
  notifications: "/settings/notifications",
  team: "/settings/team",
  /** For other systems, by a channel's key. */
  channelOfKey: "/api/channel",
  settingsCsv: (list: SettingsList) => `/api/settings/${list}/csv`,
  /** Open to whoever holds the link. */
  invite: (token: string) => `/invite/${token}`,
  forgotPassword: "/forgot",
  resetPassword: (token: string) => `/reset/${token}`,
  /** The pages of a buyer: of a portal, of the link in a mail, and of the one return that the link opens. */
  portal: (slug: string) => `/r/${slug}`,
  portalLost: (slug: string) => `/r/${slug}?link=over`,
  portalSent: (slug: string) => `/r/${slug}?sent=1`,
  portalLink: (slug: string, token: string) => `/r/${slug}/t/${token}`,
  portalAgain: (slug: string) => `/r/${slug}/again`,
  portalLanguage: (slug: string) => `/r/${slug}/language`,
  portalReturn: (slug: string, number: number, said: Record<string, string> = {}) =>
    withQuery(`/r/${slug}/R-${number}`, said),
  portalLabel: (slug: string, number: number, part?: string) => withQuery(`/r/${slug}/R-${number}/label`, { part }),
  portalTracking: (slug: string, number: number) => `/r/${slug}/R-${number}/tracking`,
  receive: "/receive",
  /** Opens the bench with a first scan. */
  receiveScan: (text: string) => withQuery("/receive", { scan: text }),
  receiveCommands: "/receive/commands",
  receivedUnits: "/receive/units",
  receivedUnitsCsv: (show: string) => withQuery("/api/receive/units", { show }),
  receiveFile: (name: string, seller: string) => withQuery("/api/receive/file", { name, seller }),
  expectedCsv: "/api/receive/expected",
  receiveApi: (what: "find" | "bench" | "book") => `/api/receive/${what}`,
  /** What writes says for which seller. */
  receiveTold: (what: "check-in" | "unannounced" | "correct" | "park" | "photos", seller: string) =>
    withQuery(`/api/receive/${what}`, { seller }),
  parcels: (show?: string) => withQuery("/parcels", { show }),
  parcelsCsv: (show: string) => withQuery("/api/parcels/csv", { show }),
  countries: (name: string, seller: string) => withQuery("/api/countries", { name, seller }),
  parcelScans: (name: string, seller: string) => withQuery("/api/parcels/scans", { name, seller }),
  refunds: "/refunds",
  refundsCsv: (show?: string) => withQuery("/api/refunds/csv", { show }),
  claims: "/refunds/claims",
  claimsCsv: (show: string) => withQuery("/api/claims/csv", { show }),
  forwarder: "/forwarder",
  forwarderCsv: (show?: string) => withQuery("/api/forwarder/csv", { show }),
  insights: "/insights",
  insightsCsv: "/api/insights/csv",
  templates: "/settings/templates",
  template: (kind: string, reason?: string, language?: string) =>
    withQuery(`/settings/templates/${kind}`, { reason, language }),
  /** A size that is not given is the usual one of the channel's country. */
  label: (returnId: string, print: { parts?: string; size?: string; paper?: string } = {}) =>
    withQuery(`/api/returns/${returnId}/label`, print),
  labelJpeg: (returnId: string) => `/api/returns/${returnId}/label/jpeg`,
  labelPrints: "/api/labels/prints",
  labelPrint: (printId: string) => `/api/labels/prints/${printId}`,
  labels: (returnIds: readonly string[]) => `/api/labels?${new URLSearchParams({ ids: returnIds.join(",") })}`,
  bulkAct: (bulkActId: string) => `/jobs/${bulkActId}`,
} as const;
