/** Enough for a folder of takes; a whole disk dropped by mistake is not walked through. */
const MOST_FILES = 200;

/** The files of a drop or a paste, those inside folders too. Call it inside the event: its data is gone afterwards. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some(({ isDirectory }) => isDirectory)) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files.sort((a, b) => Number(isMedia(b)) - Number(isMedia(a)));
}

/** Folders hold other things than clips. */
function isMedia({ name, type }: File): boolean {
  return /^(video|image)\//.test(type) || /\.(mkv|ts|avi|mov|m4v)$/i.test(name);
}

async function collect(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MOST_FILES || entry.name.startsWith('.')) return;
  if (isFile(entry)) {
    files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  if (!isDirectory(entry)) return;
  const reader = entry.createReader();
  // A reader hands out a folder in portions, until an empty one.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0 || files.length >= MOST_FILES) return;
    for (const child of portion) await collect(child, files);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
