/** A family of colours. Tone is never the only cue: words and an icon always come with it. */
export type Tone = "neutral" | "info" | "attention" | "warning" | "critical" | "success" | "dispute" | "done";

export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-tone-neutral text-tone-neutral-fg",
  info: "bg-tone-info text-tone-info-fg",
  attention: "bg-tone-attention text-tone-attention-fg",
  warning: "bg-tone-warning text-tone-warning-fg",
  critical: "bg-tone-critical text-tone-critical-fg",
  success: "bg-tone-success text-tone-success-fg",
  dispute: "bg-tone-dispute text-tone-dispute-fg",
  done: "bg-tone-done text-tone-done-fg",
};

export const TONE_ICON: Record<Tone, string> = {
  neutral: "text-tone-neutral-icon",
  info: "text-tone-info-icon",
  attention: "text-tone-attention-icon",
  warning: "text-tone-warning-icon",
  critical: "text-tone-critical-icon",
  success: "text-tone-success-icon",
  dispute: "text-tone-dispute-icon",
  done: "text-tone-done-icon",
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-muted",
  info: "text-tone-info-fg",
  attention: "text-tone-attention-fg",
  warning: "text-tone-warning-fg",
  critical: "text-tone-critical-fg",
  success: "text-tone-success-fg",
  dispute: "text-tone-dispute-fg",
  done: "text-tone-done-fg",
};
