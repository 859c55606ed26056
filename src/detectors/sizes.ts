/** Bytes of the weights of all detectors for things and bodies, for the progress of loading them. */
export const DETECTOR_BYTES = 17_206_395;
/** Bytes of the text reader's files. */
export const READER_BYTES = 15_594_089;
