import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "@/db/client";
import { appUrlOf, aSeller, testDb } from "@/db/testing";
import type { ActionAnswer } from "@/lib/kernel/action-answer";
import { NOT_POSTED, POSTED_INPUT, POSTED_SELLER, type Posted } from "@/lib/kernel/posted";
import { shopAuditOf } from "@/lib/platform/audit/audit-testing";
import { declarationOf } from "@/lib/platform/declared-action";
import { PERMISSIONS_OF, ROLES, type Role } from "@/lib/policy/permissions";
import { aPerson, asOwn, entered } from "@/lib/team/accounts-testing";
import { switchSeller } from "@/lib/team/switch-seller";

const OWN = "http://localhost:3999";
const SECRET = "0f8b2c7d4e6a1935f7c2b8d0e4a6931c";
const asked = { cookie: undefined as string | undefined, origin: OWN };

// What Next hands a request over with; the guards, the sessions and the database are the product's own.
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: asked.origin }),
  cookies: async () => ({
    get: (name: string) => (name.endsWith(".session") && asked.cookie ? { value: asked.cookie } : undefined),
  }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined, updateTag: () => undefined }));

type Action = (envelope: unknown) => Promise<ActionAnswer<unknown>>;
type Declared = { name: string; seam: string; needs: string | null; isNative: boolean; act: Action };
type Post = (before: Posted, form: FormData) => Promise<Posted>;

const APP = fileURLToPath(new URL(".", import.meta.url));

/** Every server action there is, as its file declares it, with the function that a browser's post reaches. */
async function declared(): Promise<Declared[]> {
  const files = readdirSync(APP, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("actions.ts"));
  const found = await Promise.all(
    files.map(async (file) => {
      const made = (await import(/* @vite-ignore */ `${APP}${file}`)) as Record<string, Action>;
      return Object.entries(made).map(([name, act]): Declared => {
        const declaration = declarationOf(act);
        if (!declaration) throw new Error(`${file}: ${name} is no action`);
        const { seam, needs, isNative = false } = declaration;
        return { name: `${file} ${name}`, seam, needs, isNative, act };
      });
    }),
  );
  return found.flat();
}

let db: Db;
let actions: Declared[];
let ofSeller: Declared[];
beforeAll(async () => {
  db = await testDb();
  Object.assign(process.env, {
    APP_DATABASE_URL: await appUrlOf(db),
    NEXTAUTH_URL: OWN,
    NEXTAUTH_SECRET: SECRET,
    INSTANCE_ID: "actions1",
    PLATFORM_SUPPORT: "1",
  });
  actions = await declared();
  ofSeller = actions.filter(({ seam }) => seam === "seller");
});

async function cookieOf(email: string, visits?: string): Promise<string> {
  const ids = await entered(db, email);
  if (visits) await switchSeller(asOwn(db, ids), { sellerId: visits, reason: "a look" });
  return encode({ token: { sessionId: ids.sessionId, userId: ids.userId }, secret: SECRET });
}

/** Input that no schema takes: whoever gets as far as that was let in. */
const answerTo = async ({ act, isNative }: Declared, sellerId: string | null): Promise<string> => {
  if (isNative) {
    const form = new FormData();
    form.set(POSTED_SELLER, sellerId ?? "");
    const { refusal } = await (act as unknown as Post)(NOT_POSTED, form);
    return refusal?.code ?? "done";
  }
  const answer = await act({ sellerId, input: { "no field is called this": 1 } });
  return answer.ok ? "done" : answer.refusal.code;
};

describe("every server action, posted by whoever may and may not", () => {
  it("is made by one of the three seams, and one on a seller names what it needs", () => {
    expect(actions.length).toBeGreaterThan(55);
    const odd = actions.filter(({ seam, needs }) => (needs === null) === (seam === "seller"));
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it.each([...ROLES, "support"] as const)("answers %s by the table of permissions", async (role) => {
    const { sellerId } = await aSeller(db);
    const isSupport = role === "support";
    const { email } = await aPerson(db, isSupport ? { isSupport } : { sellerId, role: role as Role });
    asked.cookie = await cookieOf(email, isSupport ? sellerId : undefined);
    for (const action of ofSeller) {
      const isLet = !isSupport && PERMISSIONS_OF[role].some((permission) => permission === action.needs);
      const expected = isLet ? "invalid" : isSupport ? "read_only" : "forbidden";
      expect(`${action.name}: ${await answerTo(action, sellerId)}`).toBe(`${action.name}: ${expected}`);
    }
  });

  it("knows nobody who is signed out, no form of another seller, and nothing that another site sends", async () => {
    const [own, other] = [await aSeller(db), await aSeller(db)];
    const { email } = await aPerson(db, { sellerId: own.sellerId, role: "owner" });
    const cookie = await cookieOf(email);
    for (const action of actions.filter(({ seam }) => seam !== "public")) {
      asked.cookie = undefined;
      expect(await answerTo(action, own.sellerId), action.name).toBe("signed_out");
      asked.cookie = cookie;
      asked.origin = "https://evil.test";
      expect(await answerTo(action, own.sellerId), action.name).toBe("foreign_origin");
      asked.origin = OWN;
    }
    for (const action of ofSeller) {
      expect(await answerTo(action, other.sellerId), action.name).toBe("seller_changed");
      expect(await answerTo(action, null), action.name).toBe("seller_changed");
    }
  });
});

describe("a form that a browser posts by itself", () => {
  it("is taken from our own pages alone, and comes back without its password", async () => {
    const native = actions.filter(({ isNative }) => isNative);
    expect(native.map(({ name }) => name.split(" ")[1]).sort()).toEqual([
      "postInvitation",
      "postJoin",
      "postNewPassword",
      "postNewReturn",
      "postReset",
      "postSetUp",
      "postSignIn",
    ]);
    asked.cookie = undefined;
    for (const form of native) {
      asked.origin = "https://evil.test";
      expect(await answerTo(form, null), form.name).toBe("foreign_origin");
      asked.origin = OWN;
      const typed = new FormData();
      typed.set("email", " ");
      typed.set("owner.email", "an address");
      typed.set("password", "secret words");
      typed.set("owner.password", "secret words");
      typed.set("$ACTION_REF_1", "");
      const back = await (form.act as unknown as Post)(NOT_POSTED, typed);
      expect(back.refusal?.code, form.name).toMatch(/^(invalid|not_found|signed_out)$/);
      expect(back.typed).toEqual({ email: " ", "owner.email": "an address" });
    }
  });
});

describe("every act, posted by a form itself", () => {
  const post = async ({ act }: Declared, sellerId: string) => {
    const form = new FormData();
    form.set(POSTED_SELLER, sellerId);
    form.set(POSTED_INPUT, JSON.stringify({ "no field is called this": 1 }));
    const { refusal } = await (act as unknown as Post)(NOT_POSTED, form);
    return refusal?.code;
  };

  it("is asked by the same guards as a script's", async () => {
    const [own, other] = [await aSeller(db), await aSeller(db)];
    const people = await Promise.all(
      (["owner", "viewer"] as const).map((role) => aPerson(db, { sellerId: own.sellerId, role })),
    );
    const [owner, viewer] = await Promise.all(people.map(({ email }) => cookieOf(email)));
    for (const action of ofSeller.filter(({ isNative }) => !isNative)) {
      asked.cookie = undefined;
      expect(await post(action, own.sellerId), action.name).toBe("signed_out");
      asked.cookie = owner;
      expect(await post(action, other.sellerId), action.name).toBe("seller_changed");
      expect(await post(action, ""), action.name).toBe("seller_changed");
      expect(await post(action, own.sellerId), action.name).toBe("invalid");
      asked.origin = "https://evil.test";
      expect(await post(action, own.sellerId), action.name).toBe("foreign_origin");
      asked.origin = OWN;
      asked.cookie = viewer;
      const isLet = PERMISSIONS_OF.viewer.some((permission) => permission === action.needs);
      expect(await post(action, own.sellerId), action.name).toBe(isLet ? "invalid" : "forbidden");
    }
  });
});

describe("a file with people's data", () => {
  it("leaves for whoever may export it, and the shop reads what left and how much of it", async () => {
    const { GET } = await import("./api/settings/team/csv/route");
    const { sellerId } = await aSeller(db);
    const take = async (role: Role | "support") => {
      const isSupport = role === "support";
      const { email } = await aPerson(db, isSupport ? { isSupport } : { sellerId, role });
      asked.cookie = await cookieOf(email, isSupport ? sellerId : undefined);
      const answer = await GET(new Request(`${OWN}/team`));
      await answer.text();
      return answer.status;
    };
    for (const role of [...ROLES, "support"] as const) {
      const isLet = PERMISSIONS_OF[role].includes("data:export");
      expect(`${role} ${await take(role)}`).toBe(`${role} ${isLet ? 200 : 403}`);
    }
    const told = await shopAuditOf(db, sellerId, { kind: "exports" });
    // The owner of the shop and the one who asks; then the manager as well.
    expect(told.map(({ data }) => data)).toEqual([
      { what: "team", filter: "", count: 3 },
      { what: "team", filter: "", count: 2 },
    ]);
  });
});
