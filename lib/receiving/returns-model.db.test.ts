import fc from "fast-check";
import { expect, it } from "vitest";
import { testDb } from "@/db/testing";
import { type Act, anAct } from "./model-acts-testing";
import { follow, wrong, wrongly } from "./model-invariants-testing";
import { aWorld, type Seen, type World } from "./model-world-testing";

const db = await testDb();

/**
 * The same few histories each time; for a night of others
 * `MODEL_RUNS=2000 npx vitest run --project db lib/receiving/returns-model`, and `MODEL_SEED` to live one of them again.
 */
const { MODEL_RUNS, MODEL_SEED } = process.env;
const HOW_LONG = MODEL_RUNS
  ? { numRuns: Number(MODEL_RUNS), ...(MODEL_SEED ? { seed: Number(MODEL_SEED) } : {}) }
  : { numRuns: 12, seed: 20261130 };

type Last = { seen: Seen };
class Step implements fc.AsyncCommand<Last, World> {
  constructor(readonly act: Act) {}
  check = () => true;
  toString = () => this.act.name;
  async run(last: Last, world: World): Promise<void> {
    const before = last.seen;
    const answer = await this.act.act(world).catch((error: Error) => {
      throw new Error(`${this.act.name}: ${(error.cause as Error | undefined)?.message ?? error.message}`);
    });
    const after = await world.look();
    const now = world.now().getTime();
    const step = { before, after, answer, isSweep: this.act.name === "sweep", now };
    follow(world.told, step);
    expect([...wrongly(world.told, step), ...wrong(after, world.told, now)]).toEqual([]);
    last.seen = after;
    if (this.act.isQuick) world.pass(1000);
  }
}

it("P-11, S1-21 whatever is done to returns in whatever order, by two at once and by clocks, units, status, clocks and mails hold", {
  timeout: MODEL_RUNS ? 0 : 120_000,
}, async () => {
  const steps = fc.commands([anAct.map((act) => new Step(act))], { size: "+1", maxCommands: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const world = await aWorld(db);
      const seen = await world.begin();
      try {
        await fc.asyncModelRun(() => ({ model: { seen }, real: world }), commands);
      } finally {
        await world.end();
      }
    }),
    HOW_LONG,
  );
});
