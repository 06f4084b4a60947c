import { DecisionDialog } from "./decision-dialog";
import type { DialogProps } from "./dialog-target";

/** *Message the buyer* of one return. */
export const MessageDialog = (props: DialogProps) => <DecisionDialog {...props} start="message" />;
