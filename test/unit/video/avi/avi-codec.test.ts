import { describe, expect, test } from 'vitest';
import { aviCodec } from '../../../../src/video/avi/avi-codec.ts';

const format = { width: 8, height: 8, topDown: false, bitsPerPixel: 24, compression: '', extra: new Uint8Array() };

describe('aviCodec', () => {
  test.each([
    ['MJPG', 'jpeg', 'Motion JPEG'],
    ['X264', 'stream', 'H.264'],
    ['VP80', 'stream', 'VP8'],
    ['YUY2', 'raw', 'uncompressed YUV'],
    ['DX50', 'foreign', 'MPEG-4 Part 2 (DivX)'],
    ['DIV3', 'foreign', 'Microsoft MPEG-4 (DivX 3)'],
    ['HEVC', 'foreign', 'HEVC'],
    ['ABCD', 'foreign', 'the codec "ABCD"'],
  ])('%s', (compression, kind, name) => {
    expect(aviCodec({ ...format, compression }, '')).toMatchObject({ kind, name });
  });

  test('without a code the depth decides, or the handler where it names a codec', () => {
    expect(aviCodec(format, 'DIB ')).toMatchObject({ kind: 'raw', layout: 'RGB24' });
    expect(aviCodec({ ...format, bitsPerPixel: 16 }, '\0\0\0\0')).toMatchObject({ kind: 'foreign' });
    expect(aviCodec(format, 'mjpg')).toMatchObject({ kind: 'jpeg' });
  });
});
