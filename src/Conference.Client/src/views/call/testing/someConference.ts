import { signal } from '@preact/signals';
import type {
  ConferenceModel,
  ConferenceNotice,
  ParticipantModel,
  ServerLink,
} from '../../../state/model';

/** As much of a conference as the parts of a call read; a test turns the signals. */
export function someConference() {
  const turned = {
    serverLink: signal<ServerLink>('online'),
    notice: signal<ConferenceNotice | undefined>(undefined),
    participants: signal<readonly ParticipantModel[]>([]),
    media: { microphone: signal<'on' | 'muted'>('muted') },
  };
  return { ...turned, model: turned as unknown as ConferenceModel };
}
