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
  },
  dingtalk: {
    hosts: ["oapi.dingtalk.com"],
    path: /^\/robot\/send$/,
    key: "access_token",
    canSign: true,
    textBytes: 15_000,
    // One line break is a space there.
    lineBreak: "\n\n",
  },
  feishu: {
    hosts: ["open.feishu.cn", "open.larksuite.com"],
    path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
    key: null,
    canSign: true,
    textBytes: 15_000,
    lineBreak: "\n",
  },
} as const satisfies Record<string, RobotSpec>;

type RobotSpec = {
  hosts: readonly string[];
  path: RegExp;
  key: string | null;
  canSign: boolean;
  textBytes: number;
  lineBreak: string;
};

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
