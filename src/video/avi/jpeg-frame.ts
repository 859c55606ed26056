/** The Huffman tables that Motion JPEG implies (ITU-T T.81, annex K.3): a complete DHT segment in hex. */
const STANDARD_TABLES =
  'ffc401a2' +
  '0000010501010101010100000000000000000102030405060708090a0b' +
  '0100030101010101010101010000000000000102030405060708090a0b' +
  '100002010303020403050504040000017d' +
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
  '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
  'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa' +
  '1100020102040403040705040400010277' +
  '000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a' +
  '434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
  'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa';

const DEFINE_HUFFMAN_TABLES = 0xc4;
const START_OF_SCAN = 0xda;

/** A JPEG that can stand alone: with the standard Huffman tables where it has none. */
export function completeJpeg(data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  // Segments from behind the start of the image, each with its length, up to the coded picture.
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff; ) {
    const marker = data[at + 1];
    if (marker === DEFINE_HUFFMAN_TABLES) return data;
    if (marker === START_OF_SCAN) {
      const tables = Uint8Array.from(STANDARD_TABLES.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
      const complete = new Uint8Array(data.length + tables.length);
      complete.set(data.subarray(0, at));
      complete.set(tables, at);
      complete.set(data.subarray(at), at + tables.length);
      return complete;
    }
    at += 2 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0));
  }
  return data;
}

/** Decodes one JPEG. Where the browser has no decoder for single images, it comes as RGB. */
export async function jpegFrame(data: Uint8Array<ArrayBuffer>): Promise<VideoFrame> {
  const jpeg = completeJpeg(data);
  if (typeof ImageDecoder === 'undefined') {
    const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
    try {
      return new VideoFrame(bitmap, { timestamp: 0 });
    } finally {
      bitmap.close();
    }
  }
  const decoder = new ImageDecoder({ data: jpeg, type: 'image/jpeg' });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
}
