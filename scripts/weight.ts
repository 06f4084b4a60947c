import { isTooHeavy, weights } from "../e2e/weights";

/** `npm run weight [folder]`: what every page of a build fetches before it answers, beside its budget. */
const all = weights(process.argv[2] ?? ".next").toSorted((a, b) => b.scripts + b.words - a.scripts - a.words);
const kB = (size: number) => size.toFixed(1).padStart(7);
console.log("scripts   words     all  budget   kB as sent, beyond an empty page");
for (const one of all) {
  const { route, scripts, words, budget } = one;
  console.log(
    `${kB(scripts)} ${kB(words)} ${kB(scripts + words)} ${kB(budget)}  ${isTooHeavy(one) ? "!" : " "} ${route}`,
  );
}
if (all.some(isTooHeavy)) process.exitCode = 1;
