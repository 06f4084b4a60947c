/** What is told to whom: `buyer.*` to the buyer of a return, `team.*` to the members who want it, `member.*` to one. */
export const MESSAGE_KINDS = [
  "buyer.requested",
  "buyer.authorized",
  "buyer.closed",
  "buyer.received",
  "buyer.reminded",
  "buyer.extended",
  "buyer.refunded",
  "buyer.message",
  "buyer.link",
  "team.requested",
  "team.withdrawn",
  "team.imported",
  "team.job_done",
  "team.overdue",
  "team.digest",
  "member.invited",
  "member.reset",
  "member.reset_used",
  "member.new_device",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a member or a group robot may want to be told. */
export const TEAM_EVENTS = [
  "team.requested",
  "team.withdrawn",
  "team.imported",
  "team.job_done",
  "team.overdue",
  "team.digest",
] as const satisfies readonly MessageKind[];
export type TeamEvent = (typeof TEAM_EVENTS)[number];

/** Kinds whose words a seller may change. */
export const TEMPLATE_KINDS = [
  "buyer.requested",
  "buyer.authorized",
  "buyer.reminded",
  "buyer.extended",
  "buyer.received",
  "buyer.refunded",
  "buyer.closed",
  "buyer.message",
] as const satisfies readonly MessageKind[];
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** How such a kind is called in an address and in the message files. */
export const TEMPLATE_SLUGS = {
  "buyer.requested": "requested",
  "buyer.authorized": "authorized",
  "buyer.reminded": "reminded",
  "buyer.extended": "extended",
  "buyer.received": "received",
  "buyer.refunded": "refunded",
  "buyer.closed": "closed",
  "buyer.message": "message",
} as const satisfies Record<TemplateKind, string>;

export const OUTBOX_STATES = ["waiting", "left", "cancelled"] as const;

/**
 * `queued` waits for the mail server, `sending` is on its way or was when a worker died, `sent` was taken by the server.
 * `kept` is shown in the mailbox only, because no mail server is set up or no address is known. `refused`: the server
 * refused it for good; `unknown`: it was taken twice without an answer; `failed`: given up after days without a server.
 */
export const MESSAGE_STATES = ["queued", "sending", "sent", "kept", "refused", "unknown", "failed"] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** States that somebody has to look at. */
export const UNDELIVERED = ["refused", "unknown", "failed"] as const satisfies readonly MessageState[];

/** What is over without having arrived, as far as anybody knows. */
export const canSendAgain = (state: MessageState): boolean =>
  state === "kept" || UNDELIVERED.some((undelivered) => undelivered === state);

/** What goes along with a message: the return's label and slip, made when it is sent, or an uploaded file. */
export type Attachment =
  | { kind: "label"; returnId: string; name: string }
  | { kind: "file"; fileId: string; name: string };

/** What a message tells beyond its return: the words of a person, an import, a bulk act. */
export type MessageData = {
  subject?: string;
  text?: string;
  importId?: string;
  bulkActId?: string;
  /** Whom a `member.*` message is for, and the invite or reset that its link is made of. */
  inviteId?: string;
  resetId?: string;
  userId?: string;
  /** What a buyer is told has gone back. */
  refundId?: string;
  /** What a new device calls itself. */
  device?: string;
  /** The day a digest is about, and between which instants deadlines became overdue. */
  on?: string;
  since?: string;
  until?: string;
};
