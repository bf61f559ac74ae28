import { sayOfOwnRecording } from '../../i18n/ownRecording';
import { hasRecordings, leftRecordings, type Recording } from '../../media/record/recordings';
import { toast } from '../../ui/toast';
import { noteRecordings } from './noticed';
import { forget, saveRecording } from './saveRecording';

/** Offers what a crash left behind. What nobody answers to is offered again at the next visit. */
export async function offerLeftRecordings(): Promise<void> {
  for (const recording of await leftRecordings(Date.now())) {
    offer(recording);
  }
  noteRecordings(await hasRecordings());
}

function offer(recording: Recording): void {
  toast(sayOfOwnRecording('left'), {
    actions: [
      {
        label: sayOfOwnRecording('save'),
        primary: true,
        onSelect: () => void saveRecording(recording),
      },
      { label: sayOfOwnRecording('delete'), onSelect: () => void forget(recording.id) },
    ],
  });
}
