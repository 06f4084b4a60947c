const TONES = { success: [880, 1175], problem: [220, 196], unknown: [440, 330] } as const;
export type Sound = keyof typeof TONES;

let context: AudioContext | null = null;

/** A sound for each kind of outcome, told apart without looking. Where the browser plays nothing yet, nothing sounds. */
export function play(sound: Sound): void {
  try {
    context ??= new AudioContext();
    const { currentTime, destination } = context;
    for (const [place, frequency] of TONES[sound].entries()) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const from = currentTime + place * 0.12;
      tone.type = sound === "problem" ? "square" : "sine";
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0.12, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + 0.11);
      tone.connect(volume).connect(destination);
      tone.start(from);
      tone.stop(from + 0.12);
    }
  } catch {
    // A machine without sound still shows and says everything.
  }
}
