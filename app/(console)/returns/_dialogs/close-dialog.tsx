import { DecisionDialog } from "./decision-dialog";
import type { DialogProps } from "./dialog-target";

/** *Close request*, for one or for a selection. */
export const CloseDialog = (props: DialogProps) => <DecisionDialog {...props} start="close" />;
