import { deleteFolder, openPlace, parts, readPart, writePart } from './folders';
import { finishRecording } from './finishRecording';
import { openFinishWorker } from './workers';

/** One recording in this browser. */
export interface Recording {
  readonly id: string;
  /** Of the room; empty when untitled. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Longer than a browser takes to copy a download out of a folder that is deleted then. */
export const keptMilliseconds = 60_000;

const lockOf = (id: string): string => `conference-recording-${id}`;

/** Makes the folder of a recording, and holds it until the answer is called: whoever crashes holds nothing. */
export async function createRecording(
  title: string,
  startedAt: number,
): Promise<{ readonly recording: Recording; readonly release: () => void }> {
  const recording = { id: crypto.randomUUID(), title, startedAt };
  const release = await hold(recording.id);
  await writePart(recording.id, parts.about, JSON.stringify(recording));
  return { recording, release };
}

function hold(id: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = () => new Promise<void>((release) => resolve(release));
    navigator.locks.request(lockOf(id), held).catch(reject);
  });
}

/** The file to hand out: one that can be searched, or what was recorded where that cannot be made. */
export async function finishedFile(
  id: string,
  onUnfinished: (cause: unknown) => void,
): Promise<File> {
  try {
    await finishRecording(openFinishWorker(), id);
    return await readPart(id, parts.finished);
  } catch (cause) {
    onUnfinished(cause);
    return readPart(id, parts.raw);
  }
}

/** It was handed out: it goes when the browser has had the time to copy it. */
export async function markSaved(id: string): Promise<void> {
  await writePart(id, parts.saved, '');
}

/** Whether there are any, saved or not, by now or still running. */
export const hasRecordings = async (): Promise<boolean> => (await allFolders()).length > 0;

/** What a crash left behind and nobody saved, the oldest first. What is saved or empty goes. */
export async function leftRecordings(now: number): Promise<readonly Recording[]> {
  const found: Recording[] = [];
  for (const id of await foldersWithoutHolder()) {
    const recording = await readLeft(id, now);
    if (recording === 'none') {
      await deleteFolder(id);
    } else if (recording !== 'saving') {
      found.push(recording);
    }
  }
  return found.sort((one, other) => one.startedAt - other.startedAt);
}

async function foldersWithoutHolder(): Promise<readonly string[]> {
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return (await allFolders()).filter((id) => !names.has(lockOf(id)));
}

async function allFolders(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const id of (await openPlace()).keys()) {
    ids.push(id);
  }
  return ids;
}

async function readLeft(id: string, now: number): Promise<Recording | 'none' | 'saving'> {
  const [saved, raw, about] = await Promise.all(
    [parts.saved, parts.raw, parts.about].map((part) => readPart(id, part).catch(() => undefined)),
  );
  if (saved) {
    return now - saved.lastModified < keptMilliseconds ? 'saving' : 'none';
  }
  return raw && raw.size > 0 && about
    ? { ...(JSON.parse(await about.text()) as Recording), id }
    : 'none';
}
