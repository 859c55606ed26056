import { LoupeError } from '../domain/error.ts';

const CONVERT = 'Convert it to H.264 in MP4 and try again';

export const notAVideo = (cause?: unknown): LoupeError =>
  new LoupeError(
    'not_a_video',
    'This file is not a video: its content is of no format that Loupe knows, whatever its name says.',
    'Choose an MP4, MOV, WebM, MKV, TS, AVI, GIF, WebP or AVIF file.',
    { cause },
  );

export const noVideoTrack = (hasAudio: boolean): LoupeError =>
  new LoupeError(
    'no_video_track',
    hasAudio ? 'This file has sound but no picture.' : 'This file has no video track.',
    'Choose a file with a video track.',
  );

export const unsupportedCodec = (codec: string): LoupeError =>
  new LoupeError(
    'unsupported_codec',
    `This file uses ${codec}, which this browser cannot decode.`,
    `${CONVERT}, or open Loupe in another browser.`,
  );

export const truncatedFile = (cause?: unknown): LoupeError =>
  new LoupeError(
    'truncated_file',
    'This file ends early: it is cut off before anything could be decoded.',
    'Download or copy the clip again; the rest of it is missing.',
    { cause },
  );

export const corruptFile = (cause?: unknown): LoupeError =>
  new LoupeError(
    'corrupt_file',
    'This file is damaged: nothing in it could be decoded.',
    `Download or export the clip again. If it plays elsewhere: ${CONVERT.toLowerCase()}.`,
    { cause },
  );

export const noFrames = (): LoupeError =>
  new LoupeError('no_frames', 'This file has a video track without a single frame.', 'Export the clip again.');
