import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../judging/programmes/seller-fulfilled";
import { judge, operationOf } from "../judging/testing";
import { isTerminal, STATUSES } from "../machines/return/statuses";
import { DEADLINES_OF_STATUS, deadlinesOnAuthorize, deadlinesOnRequest, stateAtImport } from "./deadlines";

const timeZone = "America/Los_Angeles";
const { operation } = defaultPolicy;

describe("when a request comes in", () => {
  const atInstant = deadlinesOnRequest(
    { requestedOn: "2026-02-19", requestedAt: new Date("2026-02-19T18:30:00Z"), timeZone },
    operation,
  );
  const onDate = deadlinesOnRequest({ requestedOn: "2026-02-19", requestedAt: null, timeZone }, operation);
  const due = (deadlines: typeof onDate) => deadlines.map(({ kind, dueAt }) => [kind, dueAt.toISOString()]);

  it("P-04, P-05 the seller has 24 hours, and the request 50 days", () => {
    expect(due(atInstant)).toEqual([
      ["answer", "2026-02-20T18:30:00.000Z"],
      // One hour earlier by UTC, since clocks have gone forward there in between.
      ["expire", "2026-04-10T17:30:00.000Z"],
    ]);
    expect(atInstant.every(({ isApproximate, party }) => !isApproximate && party === "seller")).toBe(true);
  });

  it("P-23 from a date without a time the 24 hours end with the next day there, and are approximate", () => {
    expect(due(onDate)).toEqual([
      ["answer", "2026-02-21T07:59:59.999Z"],
      ["expire", "2026-04-11T06:59:59.999Z"],
    ]);
    expect(onDate.every(({ isApproximate }) => isApproximate)).toBe(true);
  });

  it("P-23 a longer answer clock ends as many hours after the next day", () => {
    const longer = operationOf({ operation: { clocks: { answerHours: 48 } } });
    const [answer] = deadlinesOnRequest({ requestedOn: "2026-02-19", requestedAt: null, timeZone }, longer);
    expect(answer?.dueAt.toISOString()).toBe("2026-02-22T07:59:59.999Z");
  });

  it.each(["nothing", "authorize", "refund"] as const)("P-04 what happens then is data: %s", (answerConsequence) => {
    const stated = operationOf({ operation: { clocks: { answerConsequence } } });
    const deadlines = deadlinesOnRequest({ requestedOn: "2026-02-19", requestedAt: null, timeZone }, stated);
    expect(deadlines.map(({ consequence }) => consequence)).toEqual([answerConsequence, "expire"]);
  });
});

describe("when a request is authorized", () => {
  const authorizedOn = (day: string, programme: "seller_fulfilled" | "free_return" = "seller_fulfilled") =>
    deadlinesOnAuthorize(
      { programme, timeZone, authorizedAt: new Date(`${day}T20:00:00Z`), window: judge().window, labelFetchedAt: null },
      operation,
    );

  it("S1-21 the return lapses 15 days after the window, where that closes last", () => {
    expect(authorizedOn("2025-12-20")).toEqual([
      {
        kind: "send_back",
        // The window closes with February 3.
        dueAt: new Date("2026-02-19T07:59:59.999Z"),
        isApproximate: false,
        party: "buyer",
        consequence: "lapse",
      },
    ]);
  });

  it("S1-21 or 30 days after the authorization where that is later, plus 15 days of transit", () => {
    expect(authorizedOn("2026-01-20")[0]?.dueAt.toISOString()).toBe("2026-03-06T20:00:00.000Z");
  });

  it("P-21 a window counted from the order date makes it approximate", () => {
    const { window } = judge({ order: { deliveredOn: null } });
    const authorized = { programme: "seller_fulfilled", timeZone, window, labelFetchedAt: null } as const;
    const lapse = (day: string) =>
      deadlinesOnAuthorize({ ...authorized, authorizedAt: new Date(`${day}T20:00:00Z`) }, operation)[0];
    expect(lapse("2026-01-05")?.isApproximate).toBe(true);
    expect(lapse("2026-01-20")?.isApproximate).toBe(false);
  });

  it("P-15 a free return lapses 5 days after, unless its label is fetched", () => {
    expect(authorizedOn("2026-01-20", "free_return")[0]?.dueAt.toISOString()).toBe("2026-01-25T20:00:00.000Z");
  });

  it("P-15 and then 15 days after that", () => {
    const [lapse] = deadlinesOnAuthorize(
      {
        programme: "free_return",
        timeZone,
        authorizedAt: new Date("2026-01-20T20:00:00Z"),
        window: judge().window,
        labelFetchedAt: new Date("2026-01-22T20:00:00Z"),
      },
      operation,
    );
    expect(lapse?.dueAt.toISOString()).toBe("2026-02-06T20:00:00.000Z");
  });
});

describe("at the first import", () => {
  const now = new Date("2026-02-20T00:00:00Z");
  it.each([
    ["2026-02-19T23:59:59Z", "missed_before_import"],
    ["2026-02-20T00:00:00Z", "missed_before_import"],
    ["2026-02-20T00:00:01Z", "open"],
  ])("P-18 what was due at %s is %s", (dueAt, state) => {
    expect(stateAtImport(new Date(dueAt), now)).toBe(state);
  });
});

describe("what a move does to them", () => {
  it("P-18 nothing runs on in a terminal status", () => {
    for (const status of STATUSES) if (isTerminal(status)) expect(DEADLINES_OF_STATUS[status]).toEqual([]);
  });
});
