import type { FileRefusal } from "./words/report-row";

/** Whether a text is XML at all. */
export const isXml = (head: string): boolean => /^\s*<(\?xml|!--|[A-Za-z_])/.test(head);

/** Refuses XML that is not the returns report, by the name of what it is; looks at its beginning only. */
export function refuseOtherXml(head: string): FileRefusal | null {
  const root = /<([A-Za-z_][\w:.-]*)[\s/>]/.exec(head.replace(/<!--[\s\S]*?-->/g, ""))?.[1];
  if (!root) return { code: "broken_xml" };
  if (root !== "AmazonEnvelope") return { code: "foreign_report", name: "unknown" };
  const messageType = /<MessageType>\s*([^<]*?)\s*<\/MessageType>/.exec(head)?.[1];
  if (messageType === undefined && !/<return_details[\s/>]/.test(head)) return { code: "broken_xml" };
  if (messageType === undefined || messageType === "Returns-Report") return null;
  return /order/i.test(messageType)
    ? { code: "foreign_report", name: "all_orders" }
    : { code: "foreign_report", name: "unknown" };
}
