import type { Outcome } from "@/lib/platform/outbox/leave";
import { type RobotKind, robotUrl } from "@/lib/policy/messages/robot-kinds";
import { feishuSignature, signedDingtalkUrl } from "./robot-sign";

type RobotAddress = { kind: RobotKind; url: string; secret: string | null };
type RobotMessage = { subject: string; text: string };

/** Posts JSON, following no redirect; rejects as `fetch` does. */
export type Post = (url: string, body: string) => Promise<Response>;

const TIMEOUT_MS = 15_000;
const ERROR_AT_MOST = 500;

export const postJson: Post = (url, body) =>
  fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8" },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });

/** Busy, or told too much at once: -1 and 45009 WeCom, -1, 130101 and 410100 DingTalk, 9499, 11232 and 11233 Feishu. */
const BUSY = [-1, 45_009, 130_101, 410_100, 9499, 11_232, 11_233];

/** Nobody was reached, so nothing was handed over. */
const UNREACHED = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
];

/** Tells a robot something; what became of it goes by the answer's own code, because a refusal comes with 200 too. */
export async function tellRobot(robot: RobotAddress, message: RobotMessage, now: Date, post: Post): Promise<Outcome> {
  const url = robotUrl(robot.kind, robot.url);
  if (url === null) return { outcome: "refused", error: "The address is not one of the vendor's." };
  const request = REQUEST[robot.kind]({ ...robot, url }, message, now);
  try {
    const answer = await post(request.url, JSON.stringify(request.body));
    return judged(answer.status, await answer.text());
  } catch (error) {
    const { code, message: said } = failureOf(error);
    const text = said.replaceAll(request.url, "").slice(0, ERROR_AT_MOST);
    return { outcome: UNREACHED.includes(code) ? "later" : "unknown", error: text };
  }
}

type Request = { url: string; body: object };

const REQUEST: Record<RobotKind, (robot: RobotAddress, message: RobotMessage, now: Date) => Request> = {
  wecom: ({ url }, { text: content }) => ({ url, body: { msgtype: "markdown", markdown: { content } } }),
  dingtalk: ({ url, secret }, { subject: title, text }, now) => ({
    url: secret ? signedDingtalkUrl(url, secret, now) : url,
    body: { msgtype: "markdown", markdown: { title, text } },
  }),
  feishu: ({ url, secret }, { text: content }, now) => ({
    url,
    body: {
      ...(secret ? feishuSignature(secret, now) : {}),
      msg_type: "interactive",
      card: { config: { wide_screen_mode: true }, elements: [{ tag: "markdown", content }] },
    },
  }),
};

function judged(status: number, body: string): Outcome {
  const { code, said } = read(body);
  const told = (status === 200 ? said : `HTTP ${status} ${said}`).trim().slice(0, ERROR_AT_MOST);
  if (status === 429 || status >= 500) return { outcome: "later", error: told };
  if (code === 0 && status === 200) return { outcome: "done" };
  if (code !== null && BUSY.includes(code)) return { outcome: "later", error: told };
  if (code === null && status === 200) return { outcome: "unknown", error: told };
  return { outcome: "refused", error: told };
}

/** The code of an answer with the chat's own words; whatever else it is, as it came. */
function read(body: string): { code: number | null; said: string } {
  try {
    const answer: unknown = JSON.parse(body);
    const fields = (typeof answer === "object" && answer !== null ? answer : {}) as Record<string, unknown>;
    const code = fields.errcode ?? fields.code ?? fields.StatusCode;
    const said = fields.errmsg ?? fields.msg ?? fields.StatusMessage;
    if (typeof code === "number") return { code, said: typeof said === "string" ? `${code} ${said}` : body };
  } catch {
    // No JSON: a page of somebody between us and the chat.
  }
  return { code: null, said: body };
}

/** `fetch` hides the reason in its error's cause. */
function failureOf(error: unknown): { code: string; message: string } {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  return { code, message: cause instanceof Error ? cause.message || code : String(cause) };
}
