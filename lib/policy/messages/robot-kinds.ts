/** Characters of what a team calls a robot. */
export const ROBOT_NAME_AT_MOST = 60;

/** The group chats whose robots can be told; each with the only addresses that anything is sent to. */
export const ROBOTS = {
  wecom: {
    hosts: ["qyapi.weixin.qq.com"],
    path: /^\/cgi-bin\/webhook\/send$/,
    /** The parameter that holds the robot's key. */
    key: "key",
    canSign: false,
    /** UTF-8, of the text alone; what is longer is refused whole. */
    textBytes: 4096,
    lineBreak: "\n",
    // Twenty a minute are taken; a test message may come in between.
    pace: [{ atMost: 18, seconds: 60 }],
  },
  dingtalk: {
    hosts: ["oapi.dingtalk.com"],
    path: /^\/robot\/send$/,
    key: "access_token",
    canSign: true,
    textBytes: 15_000,
    // One line break is a space there.
    lineBreak: "\n\n",
    // Twenty a minute are taken; one more, and all are refused for ten minutes.
    pace: [{ atMost: 18, seconds: 60 }],
  },
  feishu: {
    hosts: ["open.feishu.cn", "open.larksuite.com"],
    path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
    key: null,
    canSign: true,
    textBytes: 15_000,
    lineBreak: "\n",
    // A hundred a minute are taken, and five a second.
    pace: [
      { atMost: 90, seconds: 60 },
      { atMost: 4, seconds: 1 },
    ],
  },
} as const satisfies Record<string, RobotSpec>;

type RobotSpec = {
  hosts: readonly string[];
  path: RegExp;
  key: string | null;
  canSign: boolean;
  textBytes: number;
  lineBreak: string;
  /** So many messages in so many seconds are less than the chat takes. */
  pace: readonly Pace[];
};
export type Pace = { atMost: number; seconds: number };

export type RobotKind = keyof typeof ROBOTS;
export const ROBOT_KINDS = ["wecom", "dingtalk", "feishu"] as const satisfies readonly RobotKind[];

/** The address of a robot as it is kept; null for any that is not the vendor's own over https. */
export function robotUrl(kind: RobotKind, text: string): string | null {
  const { hosts, path, key }: RobotSpec = ROBOTS[kind];
  const url = URL.parse(text.trim());
  if (url?.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return null;
  if (!hosts.includes(url.hostname) || !path.test(url.pathname)) return null;
  const address = `${url.origin}${url.pathname}`;
  if (key === null) return address;
  const value = url.searchParams.get(key);
  return value ? `${address}?${new URLSearchParams({ [key]: value })}` : null;
}
