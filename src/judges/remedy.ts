/** The remedy for what neither measurements nor detectors tell. */
export const REASONING_JUDGE = 'A reasoning judge is needed.';
