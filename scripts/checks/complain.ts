/** Ends a check: every complaint on a line of its own, and the exit code that goes with it. */
export function complain(complaints: string[]): void {
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
