import { describe, expect, test } from 'vitest';
import { fileKind } from '../../../src/video/file-kind.ts';

const latin = (text: string) => new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]);

describe('fileKind', () => {
  test.each([
    ['GIF89a', 'GIF'],
    ['RIFF\0\0\0\0WEBPVP8X', 'WebP'],
    ['\x89PNG\r\n\x1a\n', 'PNG'],
    ['\xff\xd8\xff\xe0', 'JPEG'],
    ['\0\0\0\x20ftypavis', 'AVIF'],
  ])('%j is a picture: %s', async (head, name) => {
    expect(await fileKind(latin(head))).toMatchObject({ type: 'image', name });
  });

  test('leaves the rest to the demuxer', async () => {
    expect(await fileKind(latin('\0\0\0\x20ftypisom'))).toEqual({ type: 'container' });
    expect(await fileKind(latin('RIFF\0\0\0\0AVI LIST'))).toEqual({ type: 'avi' });
    expect(await fileKind(latin('hello'))).toEqual({ type: 'container' });
  });

  test.each([
    ['FLV\x01\x05', 'FLV'],
    ['\0\0\x01\xba', 'MPEG program stream'],
    ['OggS\0\x02\0\0\x80theora', 'Ogg Theora'],
  ])('%j is named and refused: %s', async (head, name) => {
    await expect(fileKind(latin(head))).rejects.toMatchObject({
      code: 'unsupported_container',
      message: expect.stringContaining(name),
    });
  });

  test('refuses an empty file', async () => {
    await expect(fileKind(new Blob([]))).rejects.toMatchObject({ code: 'empty_file' });
  });
});
