/** Runs a command to its exit code; what is wrong is said in a sentence, without a stack nobody asked for. */
export async function plainly(work: () => Promise<number>): Promise<never> {
  try {
    process.exit(await work());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
