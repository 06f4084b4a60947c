import { describe, expect, it } from "vitest";
import { robotUrl } from "@/lib/policy/messages/robot-kinds";
import { tellRobot } from "./robot-server";
import { feishuSignature, signedDingtalkUrl } from "./robot-sign";

const now = new Date(1_599_360_473_000);
const DINGTALK = "https://oapi.dingtalk.com/robot/send?access_token=t0ken";
const WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k3y";
const FEISHU = "https://open.feishu.cn/open-apis/bot/v2/hook/h00k";

describe("a robot's signature", () => {
  it("is DingTalk's: the secret is the key, milliseconds and secret are signed, in the address", () => {
    const url = new URL(signedDingtalkUrl(DINGTALK, "demo", now));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      access_token: "t0ken",
      timestamp: "1599360473000",
      sign: "eblRZvilBzXa6Ce18IeBM4pMy1rYNWKicaCg6VMwQe0=",
    });
    expect(url.search).toContain("%3D");
  });

  it("is Feishu's: seconds and secret are the key, and nothing is signed", () => {
    expect(feishuSignature("demo", now)).toEqual({
      timestamp: "1599360473",
      sign: "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=",
    });
  });
});

describe("a robot's address", () => {
  it.each([
    ["wecom", WECOM, WECOM],
    ["wecom", ` ${WECOM}&debug=1#x `, WECOM],
    ["dingtalk", `${DINGTALK}&timestamp=1&sign=x`, DINGTALK],
    ["feishu", FEISHU, FEISHU],
    [
      "feishu",
      "https://open.larksuite.com/open-apis/bot/v2/hook/a-b",
      "https://open.larksuite.com/open-apis/bot/v2/hook/a-b",
    ],
  ] as const)("of %s is kept without what does not belong to it: %s", (kind, typed, kept) => {
    expect(robotUrl(kind, typed)).toBe(kept);
  });

  it.each([
    ["wecom", DINGTALK],
    ["wecom", WECOM.replace("https", "http")],
    ["wecom", WECOM.replace("weixin.qq.com", "weixin.qq.com.evil.net")],
    ["wecom", WECOM.replace("https://", "https://qyapi.weixin.qq.com@evil.net/")],
    ["wecom", WECOM.replace(".com/", ".com:8443/")],
    ["wecom", WECOM.replace("?key=k3y", "")],
    ["dingtalk", "https://oapi.dingtalk.com/robot/send?access_token="],
    ["dingtalk", "https://oapi.dingtalk.com/topapi/message?access_token=a"],
    ["feishu", "https://open.feishu.cn/open-apis/bot/v2/hook/../../x"],
    ["feishu", "http://127.0.0.1/open-apis/bot/v2/hook/a"],
    ["feishu", "not an address"],
  ] as const)("of %s is refused where it leads elsewhere: %s", (kind, typed) => {
    expect(robotUrl(kind, typed)).toBeNull();
  });
});

describe("what a robot's answer means", () => {
  const message = { subject: "Subject", text: "Text" };
  const told = (answer: () => Promise<Response>) =>
    tellRobot({ kind: "wecom", url: WECOM, secret: null }, message, now, answer);
  const answering = (status: number, body: string) => told(async () => new Response(body, { status }));
  it.each([
    [200, '{"errcode":0,"errmsg":"ok"}', "done"],
    [200, '{"StatusCode":0,"StatusMessage":"success","code":0}', "done"],
    [200, '{"errcode":93000,"errmsg":"invalid webhook url"}', "refused"],
    [200, '{"code":19021,"msg":"sign match fail"}', "refused"],
    [200, '{"errcode":45009,"errmsg":"api freq out of limit"}', "later"],
    [200, '{"errcode":-1,"errmsg":"system busy"}', "later"],
    [429, "slow down", "later"],
    [503, "", "later"],
    [200, "<html>hello</html>", "unknown"],
    [302, "", "refused"],
    [404, "not here", "refused"],
  ])("%i %s is %s", async (status, body, outcome) => {
    expect(await answering(status, body)).toMatchObject({ outcome });
  });

  it("a refusal is told in the chat's own words", async () => {
    expect(await answering(200, '{"errcode":93000,"errmsg":"invalid webhook url"}')).toEqual({
      outcome: "refused",
      error: "93000 invalid webhook url",
    });
    expect(await answering(404, "not here")).toEqual({ outcome: "refused", error: "HTTP 404 not here" });
  });

  it("nobody reached is worth another try, a lost answer counts", async () => {
    const failing = (code: string) =>
      told(async () => {
        throw new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
      });
    expect(await failing("ECONNREFUSED")).toEqual({ outcome: "later", error: "ECONNREFUSED" });
    expect(await failing("UND_ERR_SOCKET")).toEqual({ outcome: "unknown", error: "UND_ERR_SOCKET" });
  });

  it("an address that is none of the vendor's is not asked at all", async () => {
    const robot = { kind: "wecom", url: "https://evil.net/", secret: null } as const;
    expect(await tellRobot(robot, message, now, () => Promise.reject(new Error("asked")))).toMatchObject({
      outcome: "refused",
    });
  });

  it("each chat is told in its own shape, signed where there is a secret", async () => {
    const asked: { url: string; body: unknown }[] = [];
    const post = async (url: string, body: string) => {
      asked.push({ url, body: JSON.parse(body) });
      return new Response('{"errcode":0}');
    };
    await tellRobot({ kind: "wecom", url: WECOM, secret: null }, message, now, post);
    await tellRobot({ kind: "dingtalk", url: DINGTALK, secret: "demo" }, message, now, post);
    await tellRobot({ kind: "feishu", url: FEISHU, secret: "demo" }, message, now, post);
    expect(asked).toMatchObject([
      { url: WECOM, body: { msgtype: "markdown", markdown: { content: "Text" } } },
      {
        url: expect.stringMatching(/&timestamp=1599360473000&sign=eblRZ/),
        body: { msgtype: "markdown", markdown: { title: "Subject", text: "Text" } },
      },
      { url: FEISHU, body: { timestamp: "1599360473", msg_type: "interactive", sign: expect.stringMatching(/^l1N0/) } },
    ]);
  });
});
