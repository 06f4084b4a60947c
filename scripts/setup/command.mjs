import { spawn } from "node:child_process";

/**
 * Runs a program in the foreground and answers its exit code (128 and more when a signal ended it). A signal to this
 * process is handed on as an interrupt, which is what test runners clean up after, so that nothing is left behind it;
 * what has not ended `graceMs` later is killed. With `heard`, what it says goes there instead of to the terminal.
 */
export function runCommand(command, args, { env = process.env, signal, graceMs, heard } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: heard ? ["ignore", "pipe", "pipe"] : "inherit",
      env,
      shell: process.platform === "win32" && command === "npm",
    });
    if (heard) for (const stream of [child.stdout, child.stderr]) stream.on("data", heard);
    let force;
    const end = () => {
      child.kill("SIGINT");
      if (graceMs) force ??= setTimeout(() => child.kill("SIGKILL"), graceMs);
    };
    const handOn = signal ? [] : ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const name of handOn) process.on(name, end);
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end);
    child.once("error", reject).once("close", (code) => {
      clearTimeout(force);
      for (const name of handOn) process.off(name, end);
      signal?.removeEventListener("abort", end);
      resolve(code ?? 128);
    });
  });
}
