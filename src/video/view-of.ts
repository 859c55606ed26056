/** A part of a file; shorter where the file ends before it. */
export const viewOf = async (file: Blob, start: number, length: number): Promise<DataView<ArrayBuffer>> =>
  new DataView(await file.slice(start, start + length).arrayBuffer());

/** Four bytes as text: the name of a chunk, box or codec. */
export const fourCharacters = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
