import { spawn } from "node:child_process";

/**
 * Runs a program in the foreground and answers its exit code (128 and more when a signal ended it). A signal to this
 * process is handed on as an interrupt, which is what test runners clean up after, so that nothing is left behind it.
 */
export function runCommand(command, args, { env = process.env, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: "inherit",
      env,
      shell: process.platform === "win32" && command === "npm",
    });
    const end = () => child.kill("SIGINT");
    const handOn = signal ? [] : ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const name of handOn) process.on(name, end);
    signal?.addEventListener("abort", end);
    child.once("error", reject).once("close", (code) => {
      for (const name of handOn) process.off(name, end);
      signal?.removeEventListener("abort", end);
      resolve(code ?? 128);
    });
  });
}
