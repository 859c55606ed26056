/** Bytes of the weights of all detectors for things and bodies, for the progress of loading them. */
export const DETECTOR_BYTES = 17_206_395;
