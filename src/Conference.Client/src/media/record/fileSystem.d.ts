// What TypeScript knows of in workers alone.

interface FileSystemSyncAccessHandle {
  close(): void;
  flush(): void;
  truncate(size: number): void;
  write(data: AllowSharedBufferSource, options: { readonly at: number }): number;
}

interface FileSystemFileHandle {
  createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
}
