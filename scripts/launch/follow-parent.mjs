import "../setup/closed-output.mjs";

/** Loaded into the web server and the worker: they end when the launcher was killed, and hold no port behind it. */
const launcher = Number(process.env.HOMEWARD_LAUNCHER);
let asked = 0;

const isAlive = () => {
  try {
    return process.kill(launcher, 0);
  } catch {
    return false;
  }
};

// Next's development server runs in a child of the one started here; only the outer one follows.
const isInner = process.platform !== "win32" && process.ppid !== launcher;
if (!isInner)
  setInterval(() => {
    if (process.platform === "win32" ? isAlive() : process.ppid === launcher) return;
    asked += 1;
    process.kill(process.pid, asked > 15 ? "SIGKILL" : "SIGTERM");
  }, 1_000).unref();
