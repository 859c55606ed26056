import type { InputVideoTrack, VideoCodec } from 'mediabunny';

const NAMES: Record<VideoCodec, string> = {
  avc: 'H.264',
  hevc: 'HEVC',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  prores: 'ProRes',
};

/** Sample entry types and codec ids of formats that are recognised only to be named. */
const FOREIGN: [RegExp, string][] = [
  [/^mp4v|MPEG4/i, 'MPEG-4 Part 2'],
  [/mjp|jpeg/i, 'Motion JPEG'],
  [/mpeg1|mpeg2|^mp[12]v/i, 'MPEG-1/2'],
  [/^s263|^h263/i, 'H.263'],
  [/theora/i, 'Theora'],
  [/vvc|^vvi1/i, 'VVC'],
  [/ffv1/i, 'FFV1'],
  [/AVd/, 'DNxHD'],
];

/** Name of the track's codec for people; the id in the file where it has no known name. */
export async function codecName(track: InputVideoTrack): Promise<string> {
  const codec = await track.getCodec();
  if (codec) return NAMES[codec];
  const id = await track.getInternalCodecId();
  if (id === null) return 'an unknown codec';
  const text =
    typeof id === 'string' ? id : typeof id === 'number' ? `0x${id.toString(16)}` : String.fromCharCode(...id);
  return FOREIGN.find(([pattern]) => pattern.test(text))?.[1] ?? `the codec "${text}"`;
}
