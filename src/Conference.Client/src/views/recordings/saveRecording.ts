import { sayOfOwnRecording } from '../../i18n/ownRecording';
import { log } from '../../log';
import { deleteFolder } from '../../media/record/folders';
import {
  finishedFile,
  keptMilliseconds,
  markSaved,
  type Recording,
} from '../../media/record/recordings';
import { toast } from '../../ui/toast';
import { recordingName } from './recordingName';

/** Hands a recording to the browser as a download. Never rejects: what cannot be saved now is offered again at the next visit. */
export async function saveRecording(recording: Recording): Promise<void> {
  const name = recordingName(recording);
  try {
    const file = await finishedFile(recording.id, (cause) =>
      log.warn('A recording could not be made searchable; it is saved as it is.', cause),
    );
    download(file, name);
    await markSaved(recording.id);
    setTimeout(() => void forget(recording.id), keptMilliseconds);
    toast(sayOfOwnRecording('saved', { file: name }));
  } catch (cause) {
    log.warn('A recording could not be saved.', cause);
    toast(sayOfOwnRecording('notSaved'));
  }
}

export async function forget(id: string): Promise<void> {
  try {
    await deleteFolder(id);
  } catch (cause) {
    log.warn('A recording could not be deleted.', cause);
  }
}

function download(file: File, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptMilliseconds);
}
