import type { BulkRefusal } from "./bulk/returns-in-bulk";
import type { OperationRefusal } from "./channels/change-operation";
import type { IssueRefusal } from "./channels/channel-keys";
import type { AddressRefusal } from "./channels/keep-addresses";
import type { PauseRefusal } from "./channels/pause-automation";
import type { ChannelFactsRefusal } from "./channels/save-channel-facts";
import type { ChannelRefusal } from "./channels/save-channel-settings";
import type { ClaimMoveRefusal } from "./claims/move-claim";
import type { DemoRefusal } from "./demo/remove-demo";
import type { ForwarderRefusal } from "./forwarder/answer-forwarder";
import type { ImportMoveRefusal } from "./imports/move-import";
import type { StartRefusal } from "./imports/start-import";
import type { UploadRefusal } from "./imports/stored-files";
import type { SmallTableRefusal } from "./imports/table-cells";
import type { ReceiptRowRefusal } from "./imports/upload-receipts";
import type { LabelRefusal } from "./labels/render-labels";
import type { NotificationsRefusal } from "./messages/save-notifications";
import type { TemplateRefusal } from "./messages/save-template";
import type { AgainRefusal } from "./messages/send-again";
import type { TestRefusal } from "./messages/test-robot";
import type { ParcelRefusal } from "./parcels/announce-parcel";
import type { LoseRefusal } from "./parcels/lose-parcel";
import type { FileRefusal } from "./platform/files/store-file";
import type { KeyRefusal } from "./platform/keys";
import type { SnoozeRefusal } from "./policy/machines/return/snooze";
import type { BuyerLinkRefusal } from "./portal/buyer-links";
import type { PrintRefusal } from "./printing/check-labels";
import type { ReasonRefusal } from "./reasons/choose-close-reason";
import type { KeepReasonRefusal } from "./reasons/keep-reasons";
import type { CheckInRefusal } from "./receiving/check-in";
import type { NoPicture } from "./receiving/keep-photo";
import type { UnannouncedRefusal } from "./receiving/unannounced";
import type { MatchRefusal } from "./receiving/unidentified";
import type { MoveRefundRefusal } from "./refunds/move-refund";
import type { OverLimitRefusal } from "./refunds/over-limit";
import type { MakeRefundRefusal } from "./refunds/problem-refusal";
import type { RefundManyRefusal } from "./refunds/refund-many";
import type { SettleRefusal } from "./refunds/settle-refund";
import type { AssignRefusal } from "./returns/assign-returns";
import type { RmaRefusal } from "./returns/check-rma";
import type { LabelFileRefusal } from "./returns/decide-return";
import type { SelectedRefusal } from "./returns/lock-selected";
import type { MessageRefusal } from "./returns/message-buyer";
import type { VerbRefusal } from "./returns/move-request";
import type { ByHandRefusal } from "./returns/request-by-hand";
import type { AddressGone } from "./returns/save-address";
import type { ViewRefusal } from "./returns/saved-views";
import type { TagRefusal } from "./returns/tag-returns";
import type { SkuRefusal } from "./skus/save-sku-rule";
import type { SkuFileRefusal } from "./skus/sku-file";
import type { AcceptRefusal, JoinRefusal } from "./team/accept-invite";
import type { ChangePasswordRefusal } from "./team/change-password";
import type { InviteRefusal, InviteStateRefusal } from "./team/invites";
import type { MemberRefusal } from "./team/members";
import type { OfferRefusal, ResetRefusal } from "./team/reset-password";
import type { SetUpRefusal } from "./team/set-up";
import type { SignInRefusal } from "./team/sign-in";
import type { SwitchRefusal } from "./team/switch-seller";
import type { PublishRefusal } from "./terms/publish-terms";

/** What the screens themselves refuse before anything is sent, and what becomes of a bulk act's item that was never tried. */
type UnsentRefusal = { code: "nothing_chosen" | "upload_broken" | "drawing_ended" | "not_done" | "stopped" };

/** Why the product itself left undone what a deadline asked for. */
type WithheldRefusal = { code: "automation_paused" | "order_cancelled" | "no_longer_authorized" };

declare module "@/lib/kernel/result" {
  interface Refusals {
    bulk: BulkRefusal;
    channels: AddressRefusal | PauseRefusal | ChannelFactsRefusal | ChannelRefusal | OperationRefusal;
    claims: ClaimMoveRefusal;
    demo: DemoRefusal;
    files: FileRefusal;
    forwarder: ForwarderRefusal;
    imports: ImportMoveRefusal | StartRefusal | UploadRefusal | SmallTableRefusal | ReceiptRowRefusal;
    keys: IssueRefusal | KeyRefusal;
    portal: BuyerLinkRefusal;
    labels: LabelRefusal | PrintRefusal;
    messages: NotificationsRefusal | TemplateRefusal | AgainRefusal | TestRefusal;
    parcels: ParcelRefusal | LoseRefusal;
    receiving: CheckInRefusal | NoPicture | MatchRefusal | UnannouncedRefusal;
    refunds: MakeRefundRefusal | MoveRefundRefusal | SettleRefusal | OverLimitRefusal | RefundManyRefusal;
    reasons: ReasonRefusal | KeepReasonRefusal;
    requests: ByHandRefusal;
    marks: SelectedRefusal | SnoozeRefusal | TagRefusal;
    returns: VerbRefusal | AssignRefusal | RmaRefusal | LabelFileRefusal | MessageRefusal | AddressGone;
    skus: SkuRefusal | SkuFileRefusal;
    team: ChangePasswordRefusal | InviteRefusal | InviteStateRefusal | MemberRefusal | AcceptRefusal | JoinRefusal;
    accounts: OfferRefusal | ResetRefusal | SetUpRefusal | SignInRefusal | SwitchRefusal;
    terms: PublishRefusal;
    unsent: UnsentRefusal;
    withheld: WithheldRefusal;
    views: ViewRefusal;
  }
}
