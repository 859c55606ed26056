/** Bytes as base64, the form in which a page can hand a file to the program that drives it. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  // String.fromCharCode takes a limited number of arguments.
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}
