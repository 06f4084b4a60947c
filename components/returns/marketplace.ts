import type { ReturnDetail } from "@/lib/returns/return-detail";

/** Which marketplace a channel is on; the key that messages choose its name by. */
export type Marketplace = ReturnDetail["channel"]["marketplace"];
