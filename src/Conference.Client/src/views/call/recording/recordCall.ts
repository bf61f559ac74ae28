import { sayOfOwnRecording } from '../../../i18n/ownRecording';
import { log } from '../../../log';
import { freeDisk } from '../../../media/record/freeDisk';
import { createRecording } from '../../../media/record/recordings';
import { canRecordStreams } from '../../../media/record/StreamRecorder';
import type { FailureCode } from '../../../signaling/ConferenceError';
import { toast } from '../../../ui/toast';
import { forget } from '../../recordings/saveRecording';
import { noteRecordings } from '../../recordings/noticed';
import { CallRecording } from './CallRecording';
import type { RecordingOptions } from './useRecording';

/** Records what the stage shows and what is heard, after everybody was told. Answers with how to stop; undefined when it did not begin. */
export async function recordCall(options: RecordingOptions): Promise<(() => void) | undefined> {
  const { conference } = options;
  const hindrance = await findHindrance();
  if (hindrance) {
    toast(sayOfOwnRecording(hindrance));
    return undefined;
  }
  const refused = await conference.setRecording(true);
  if (refused) {
    toast(sayOfOwnRecording(wordsFor(refused)));
    return undefined;
  }
  try {
    return await begin(options);
  } catch (cause) {
    log.warn('The recording cannot begin.', cause);
    toast(sayOfOwnRecording('notStarted'));
    void conference.setRecording(false);
    return undefined;
  }
}

async function findHindrance(): Promise<'unsupported' | 'noSpace' | undefined> {
  if (!canRecordStreams() || !canWriteFiles()) {
    return 'unsupported';
  }
  return (await freeDisk()) === 'plenty' ? undefined : 'noSpace';
}

const canWriteFiles = (): boolean =>
  typeof FileSystemFileHandle === 'function' && 'createWritable' in FileSystemFileHandle.prototype;

const wordsFor = (refused: FailureCode) => (refused === 'not_allowed' ? 'kept' : 'notStarted');

async function begin(options: RecordingOptions): Promise<() => void> {
  const held = await createRecording(options.conference.title.peek(), Date.now());
  noteRecordings(true);
  try {
    const running = new CallRecording(options, held);
    await running.start();
    return () => running.end();
  } catch (cause) {
    held.release();
    await forget(held.recording.id);
    throw cause;
  }
}
