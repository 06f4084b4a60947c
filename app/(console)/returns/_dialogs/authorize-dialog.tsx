import { DecisionDialog } from "./decision-dialog";
import type { DialogProps } from "./dialog-target";

/** *Authorize return*, or *Authorize all selected returns*. */
export const AuthorizeDialog = (props: DialogProps) => <DecisionDialog {...props} start="authorize" />;
