import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Binaries, findBinaries } from "./embedded/binaries";
import { type Identity, identityFor } from "./embedded/identity";
import { clearStaleLock, endOrphans, findPostmaster, type Postmaster, serves, steadyPort } from "./embedded/postmaster";
import {
  hasSettings,
  newSettings,
  readSettings,
  type Settings,
  shareWithOwner,
  writeSettings,
} from "./embedded/settings";

const OWNER = "homeward_owner";
const CLUSTER_FLAGS = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC"];
const FAST_AND_FORGETFUL = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400"];
const LOG_LIMIT_BYTES = 10_000_000;

export type EmbeddedDatabase = {
  /** The owner's connection string for one database of the server. The owner is a superuser: migrations only. */
  url: (database: string) => string;
  isRunning: () => boolean;
  /** Ends the server, whoever started it: connections are cut, what was committed stays. */
  stop: () => Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with the product on `dataDir`, or attaches to the one that already runs there.
 * `isDurable: false` is for tests: a crash may lose everything. `isMissed`: who is connected knows its port alone, so that
 * it waits for it rather than takes another. Throws with PostgreSQL's own words.
 */
export async function startEmbedded(options: {
  dataDir: string;
  isDurable?: boolean;
  isMissed?: boolean;
}): Promise<EmbeddedDatabase> {
  const home = resolve(options.dataDir);
  const cluster = join(home, "postgres");
  mkdirSync(home, { recursive: true });
  const running = await findPostmaster(cluster);
  if (running) return handle(cluster, running, readSettings(home));

  const binaries = findBinaries();
  const settings = hasSettings(home) ? readSettings(home) : await newSettings(home);
  if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(home, cluster, binaries, settings);
  const settled = options.isDurable === false ? [...SETTINGS, ...FAST_AND_FORGETFUL] : SETTINGS;
  for (let attempt = 1; ; attempt++) {
    clearStaleLock(cluster);
    const port = options.isMissed ? settings.port : await steadyPort(settings.port);
    if (port !== settings.port) writeSettings(home, Object.assign(settings, { port }));
    const started = await launch(home, cluster, binaries, [
      "-p",
      String(port),
      ...settled.flatMap((setting) => ["-c", setting]),
    ]);
    if (typeof started !== "string") return handle(cluster, started, settings);
    // A server killed a moment ago holds its lock and its memory for an instant, and for longer while a query runs.
    const isPassing = /lock file|still in use|could not bind/.test(started);
    if (!isPassing || attempt === 20) throw new Error(`The embedded PostgreSQL did not start.\n${started}`);
    if (attempt > 8) endOrphans(cluster);
    await pause(250);
  }
}

/**
 * The owner's connection string for a database of the server that runs on this data folder; null when none runs. One that
 * is starting or stopping gets a few seconds.
 */
export async function runningUrl(dataDir: string, database: string): Promise<string | null> {
  const cluster = join(resolve(dataDir), "postgres");
  const running = await findPostmaster(cluster, 10_000);
  return running && handle(cluster, running, readSettings(resolve(dataDir))).url(database);
}

function handle(cluster: string, { pid, port }: Postmaster, { password }: Settings): EmbeddedDatabase {
  const isRunning = () => serves(pid, cluster);
  return {
    url: (database) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`,
    isRunning,
    stop: async () => {
      for (const signal of ["SIGINT", "SIGQUIT"] as const) {
        if (!isRunning()) return;
        process.kill(pid, signal);
        for (const until = Date.now() + 20_000; isRunning() && Date.now() < until; ) await pause(20);
      }
    },
  };
}

/** Made beside its place and moved there when whole: a kill in the middle leaves nothing that looks like a cluster. */
async function createCluster(home: string, cluster: string, binaries: Binaries, settings: Settings): Promise<void> {
  const draft = join(home, "postgres.new");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const identity = identityFor(draft, binaries.root);
  const passwordFile = join(home, "postgres.password");
  writeFileSync(passwordFile, settings.password, { mode: 0o600 });
  if (identity.user.uid !== undefined) chownSync(passwordFile, identity.user.uid, -1);
  const flags = ["-D", draft, "-U", OWNER, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, ...CLUSTER_FLAGS];
  const failure = await new Promise<string | null>((done, fail) => {
    const child = run(identity, binaries.initdb, flags, "pipe");
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", fail).once("close", (code) => done(code === 0 ? null : output));
  });
  rmSync(passwordFile, { force: true });
  if (failure !== null) throw new Error(`initdb refused.\n${failure}`);
  renameSync(draft, cluster);
}

/** One attempt; answers the server, or its own words when it went away again. */
async function launch(
  home: string,
  cluster: string,
  binaries: Binaries,
  flags: string[],
): Promise<Postmaster | string> {
  const log = join(home, "postgres.log");
  const begin = existsSync(log) && statSync(log).size < LOG_LIMIT_BYTES ? statSync(log).size : 0;
  const output = openSync(log, begin === 0 ? "w" : "a", 0o600);
  shareWithOwner(home, log);
  const identity = identityFor(cluster, binaries.root);
  const child = run(identity, binaries.postgres, ["-D", cluster, ...flags], output);
  closeSync(output);
  let hasEnded = false;
  child.once("error", () => (hasEnded = true)).once("exit", () => (hasEnded = true));
  child.unref();
  while (!hasEnded) {
    await pause(20);
    const running = await findPostmaster(cluster);
    if (running) return running;
  }
  return readFileSync(log).subarray(begin).toString("utf8").trim();
}

/** Detached, because Ctrl-C reaches a whole process group and the database must go last. */
function run({ user, prefix }: Identity, binary: string, args: string[], output: "pipe" | number): ChildProcess {
  const [command = binary, ...rest] = [...prefix, binary, ...args];
  const env = {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    LC_ALL: "C",
    NODE_ENV: process.env.NODE_ENV,
  };
  return spawn(command, rest, { ...user, env, detached: true, windowsHide: true, stdio: ["ignore", output, output] });
}
