const place = 'recordings';

/** What the folder of a recording has in it. */
export const parts = {
  /** As it was recorded, second by second. */
  raw: 'raw.webm',
  /** The same with its length and an index. */
  finished: 'finished.webm',
  /** What it is called. */
  about: 'about.json',
  /** It was handed to the browser as a download. */
  saved: 'saved',
} as const;

export type Part = (typeof parts)[keyof typeof parts];

/** All recordings of this browser, each in a folder of its own, in the part of the disk that only this site's pages see. */
export async function openPlace(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(place, { create: true });
}

export async function openFolder(id: string): Promise<FileSystemDirectoryHandle> {
  return (await openPlace()).getDirectoryHandle(id, { create: true });
}

export async function readPart(id: string, part: Part): Promise<File> {
  return (await (await openFolder(id)).getFileHandle(part)).getFile();
}

/** The file of a part to write at once and anywhere, for a worker. */
export async function openPart(id: string, part: Part): Promise<FileSystemSyncAccessHandle> {
  const file = await (await openFolder(id)).getFileHandle(part, { create: true });
  return file.createSyncAccessHandle();
}

export async function writePart(id: string, part: Part, text: string): Promise<void> {
  const file = await (await openFolder(id)).getFileHandle(part, { create: true });
  const writer = await file.createWritable();
  await writer.write(text);
  await writer.close();
}

export async function deleteFolder(id: string): Promise<void> {
  await (await openPlace()).removeEntry(id, { recursive: true });
}
