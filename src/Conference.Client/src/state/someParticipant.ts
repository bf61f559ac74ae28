import type { ParticipantInfo } from '../signaling/protocol.generated';
import type { ParticipantModel } from './model';

type Change = Omit<Partial<ParticipantModel>, 'info'> & {
  readonly info?: Partial<ParticipantInfo>;
};

/** A participant for tests: connected, speaking to nobody, with microphone and camera on. */
export function someParticipant({ info, ...change }: Change = {}): ParticipantModel {
  return {
    info: {
      id: 'p1',
      personId: 'person1',
      name: 'Tomás',
      instanceId: 'i1',
      isHost: false,
      chatOnly: false,
      connected: true,
      media: { microphone: 'on', camera: 'on', screen: 'off' },
      ...info,
    },
    isLocal: false,
    handPlace: undefined,
    speaking: false,
    tileState: 'connected',
    stream: undefined,
    quality: 'good',
    reaction: undefined,
    ...change,
  };
}
