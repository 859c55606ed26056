import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { UsageError } from '../../../../cli/usage.ts';
import type { RawClip } from './raw-clip.ts';

/** What every clip of the bench is coded with, damaged or not. */
const ENCODER = ['-c:v', 'libx264', '-crf', '14', '-preset', 'veryfast', '-pix_fmt', 'yuv420p'];

/** @throws UsageError when ffmpeg or ffprobe cannot be started */
export function checkFfmpeg(): void {
  for (const tool of ['ffmpeg', 'ffprobe'])
    if (spawnSync(tool, ['-version'], { stdio: 'ignore' }).status !== 0)
      throw new UsageError(`${tool} is not on the PATH. Install FFmpeg 5.1 or later and run this again.`);
}

/**
 * Runs ffmpeg with pictures on its standard input and gives what it writes to standard output.
 * @throws Error with ffmpeg's own words
 */
export async function ffmpeg(args: readonly string[], input: readonly Uint8Array[] = []): Promise<Buffer> {
  const child = spawn('ffmpeg', ['-v', 'error', '-y', '-threads', '2', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const words: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
  // When it stops reading early it has failed, and its own words tell why.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  for (const chunk of input) {
    if (child.stdin.destroyed) break;
    if (!child.stdin.write(chunk))
      await Promise.race([new Promise((resolve) => child.stdin.once('drain', resolve)), ended]);
  }
  child.stdin.end();
  if ((await ended) !== 0) throw new Error(`ffmpeg failed: ${Buffer.concat(words).toString().trim()}`);
  return Buffer.concat(out);
}

const RAW_OUT = ['-fps_mode', 'passthrough', '-pix_fmt', 'yuv420p', '-f', 'rawvideo', '-'];
const rawIn = ({ width, height, rate }: RawClip): string[] => [
  ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(rate), '-i', '-'],
];

function toFrames(bytes: Buffer, { width, height }: RawClip): Uint8Array[] {
  const size = (width * height * 3) / 2;
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

function sameCount(clip: RawClip, frames: readonly Uint8Array[], what: string): RawClip {
  if (frames.length !== clip.frames.length)
    throw new Error(`${what} made ${frames.length} frames of ${clip.frames.length}.`);
  return { ...clip, frames };
}

/** The clip through a filter that keeps its size and its frames. */
export async function filtered(clip: RawClip, filter: string): Promise<RawClip> {
  const bytes = await ffmpeg([...rawIn(clip), '-vf', filter, ...RAW_OUT], clip.frames);
  return sameCount(clip, toFrames(bytes, clip), filter);
}

/** The clip coded and decoded again. */
export async function recoded(clip: RawClip, encoder: readonly string[]): Promise<RawClip> {
  const coded = await ffmpeg([...rawIn(clip), ...encoder, '-f', 'nut', '-'], clip.frames);
  const bytes = await ffmpeg(['-f', 'nut', '-i', '-', ...RAW_OUT], [coded]);
  return sameCount(clip, toFrames(bytes, clip), encoder.join(' '));
}

/** Writes the clip as MP4, the same bytes each time. */
export async function writeMp4(clip: RawClip, path: string): Promise<void> {
  await ffmpeg([...rawIn(clip), ...ENCODER, '-fflags', '+bitexact', '-f', 'mp4', path], clip.frames);
}

/** What ffprobe says about the first video stream of a file. */
export function probeVideo(path: string): { codec: string; width: number; height: number; rate: number } {
  const entries = 'stream=codec_name,width,height,avg_frame_rate';
  const text = execFileSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', 'v:0', '-show_entries', entries, '-of', 'json', path],
    { encoding: 'utf8' },
  );
  // The shape of ffprobe's JSON for the entries asked for.
  const { streams } = JSON.parse(text) as {
    streams: { codec_name: string; width: number; height: number; avg_frame_rate: string }[];
  };
  const [stream] = streams;
  if (stream === undefined) throw new UsageError(`${path} holds no video.`);
  const [frames = 0, seconds = 1] = stream.avg_frame_rate.split('/').map(Number);
  return { codec: stream.codec_name, width: stream.width, height: stream.height, rate: frames / (seconds || 1) };
}

/** Decodes a file through a filter. */
export async function decodeFile(
  path: string,
  before: readonly string[],
  filter: string,
  shape: RawClip,
): Promise<RawClip> {
  const bytes = await ffmpeg([...before, '-i', path, '-map', '0:v:0', '-vf', filter, ...RAW_OUT]);
  return { ...shape, frames: toFrames(bytes, shape) };
}
