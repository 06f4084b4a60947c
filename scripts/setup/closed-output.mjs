/** Loaded into whatever writes to the terminal: who reads it may leave (`npm start | head -1`), and the work goes on. */
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
