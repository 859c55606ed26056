/** The few header bits of VP8 and VP9 packets that matter here. */

/** Whether a VP8 frame is shown; the others only serve as references (RFC 6386, section 9.1). */
export const isVp8Shown = (data: Uint8Array): boolean => (((data[0] ?? 0) >> 4) & 1) === 1;

/** Whether a packet can be decoded without others (RFC 6386, section 9.1; VP9 bitstream specification, section 6.2). */
export function isVpxKeyFrame(codec: 'vp8' | 'vp9', data: Uint8Array): boolean {
  const first = data[0] ?? 0;
  if (codec === 'vp8') return (first & 1) === 0;
  // From the top: marker (2 bits), profile low, profile high, a reserved bit in profile 3, show_existing_frame, frame_type.
  const reserved = ((first >> 4) & 3) === 3 ? 1 : 0;
  const showsExisting = (first >> (3 - reserved)) & 1;
  const frameType = (first >> (2 - reserved)) & 1;
  return showsExisting === 0 && frameType === 0;
}
