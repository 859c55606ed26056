/** What the sample clip is. The defect is planted on purpose: a first look shows a report that finds it. */
export const SAMPLE = {
  file: 'sailboat.mp4',
  title: 'Sailboat at sunset',
  prompt:
    'A small red sailboat drifts across a calm lake at sunset, with dark pine trees on the hills behind it and three birds in the orange sky, static camera.',
  width: 960,
  height: 540,
  frameRate: 24,
  durationSeconds: 5,
  /** Between these times the boat warps from frame to frame. */
  defect: { startSeconds: 2.5, endSeconds: 3.25 },
} as const;
