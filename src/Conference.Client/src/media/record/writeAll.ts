/** Writes the whole of it, or throws: a full disk takes a part of it. */
export function writeAll(
  file: Pick<FileSystemSyncAccessHandle, 'write'>,
  data: AllowSharedBufferSource,
  at: number,
): void {
  if (file.write(data, { at }) < data.byteLength) {
    throw new Error('The disk did not take all of it.');
  }
}
