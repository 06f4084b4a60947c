import { fetchAnswer } from "@/components/fetch-answer";
import { paths } from "@/lib/i18n/paths";

/** Sends a picture on its own, so that it is there when what it shows is told. */
export const sendPhoto = (sellerId: string, file: File): Promise<{ id: string }> =>
  fetchAnswer<{ id: string }>(paths.receiveTold("photos", sellerId), { method: "POST", body: file });
