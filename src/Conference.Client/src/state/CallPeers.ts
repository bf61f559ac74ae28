import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import { loudnessOfAmplitude } from '../media/loudness';
import type { LocalMedia } from '../media/LocalMedia';
import type { RemoteSound } from '../media/RemoteSound';
import { SpeakingDetector } from '../media/SpeakingDetector';
import type { PeerConnection } from '../peers/PeerConnection';
import type { PeerMesh } from '../peers/PeerMesh';
import type { UploadChoice } from '../peers/UploadControl';
import type { Settings, TileView } from './model';
import { RecentSpeakers } from './RecentSpeakers';
import { screenKey } from './StageStore';
import { wishesOf } from './wishes';

/** Often enough to notice a voice within a quarter of a second, and no more often: each look makes the page wait for the media thread. */
const listenMilliseconds = 75;
const ratings = ['good', 'fair', 'poor'] as const;

/** Picture and sound of the others: sends them the own tracks, plays what they send, notices who speaks. */
export class CallPeers {
  readonly speaking = signal<ReadonlySet<string>>(new Set());
  /** Whose microphone is on by the roster. Nobody else is played or listened to, whatever they send. */
  readonly audible = signal<ReadonlySet<string>>(new Set());
  /** What is on the stage, by participant id; undefined as long as there is none. */
  readonly shownTiles = signal<ReadonlyMap<string, TileView> | undefined>(undefined);
  /** Whose screen is shared by the roster: the same for its sound. */
  readonly sharing = signal<ReadonlySet<string>>(new Set());
  readonly connections: ReadonlySignal<ReadonlyMap<string, PeerConnection>>;
  private readonly detectors = new Map<string, SpeakingDetector>();
  private readonly recent = new RecentSpeakers();
  private readonly stops: readonly (() => void)[];
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    readonly mesh: PeerMesh,
    private readonly sound: RemoteSound,
    media: LocalMedia,
    private readonly settings: ReadonlySignal<Settings>,
  ) {
    this.connections = mesh.connections;
    this.stops = [
      effect(() => mesh.setTracks(media.tracks.value)),
      effect(() => sound.setSpeaker(media.selected.value.speaker ?? '')),
      effect(() => sound.follow(this.sounds.value)),
      effect(() => this.wish()),
      effect(() => mesh.chooseUpload(uploadChoice(settings.value))),
    ];
    this.timer = setInterval(() => this.listen(performance.now()), listenMilliseconds);
  }

  /** How the own network does: the middle of all connections, since one poor one may be the other side's fault. */
  readonly ownQuality = computed(() => {
    const rated = [...this.connections.value.values()]
      .map(({ quality }) => ratings.indexOf(quality.value.shown))
      .sort();
    return ratings[rated[Math.floor((rated.length - 1) / 2)] ?? 0] ?? 'good';
  });

  /** What is played of the others, by participant id. */
  readonly sounds = computed(() => {
    const sounds = new Map<string, MediaStream>();
    for (const [id, { sound, screenSound }] of this.connections.value) {
      if (sound.value && this.audible.value.has(id)) {
        sounds.set(id, sound.value);
      }
      if (screenSound.value && this.sharing.value.has(id)) {
        sounds.set(screenKey(id), screenSound.value);
      }
    }
    return sounds;
  });

  close(): void {
    clearInterval(this.timer);
    for (const stop of this.stops) {
      stop();
    }
    this.sound.close();
    this.mesh.close();
  }

  private wish(): void {
    const views = this.shownTiles.value;
    if (views) {
      this.mesh.show(
        wishesOf({
          ids: this.connections.value.keys(),
          views,
          speaking: this.recent.ids.value,
          noCameras: this.settings.value.receiveNoVideo,
        }),
      );
    }
  }

  private listen(now: number): void {
    const audible = this.audible.peek();
    const heard = [...this.connections.peek()].filter(([id]) => audible.has(id));
    const ids = new Set(heard.map(([id]) => id));
    for (const id of this.detectors.keys()) {
      if (!ids.has(id)) {
        this.detectors.delete(id);
      }
    }
    for (const [id, connection] of heard) {
      const detector = this.detectors.get(id) ?? new SpeakingDetector();
      this.detectors.set(id, detector);
      detector.listen(loudnessOfAmplitude(connection.audioLevel()), now);
    }
    this.publish(now);
  }

  private publish(now: number): void {
    const speaking = [...this.detectors]
      .filter(([, detector]) => detector.speaking.peek())
      .map(([id]) => id);
    const former = this.speaking.peek();
    if (speaking.length !== former.size || speaking.some((id) => !former.has(id))) {
      this.speaking.value = new Set(speaking);
    }
    this.recent.follow(this.speaking.peek(), now);
  }
}

function uploadChoice({ sendingVideo, uploadLimit }: Settings): UploadChoice {
  return {
    video: sendingVideo,
    limit: uploadLimit === 0 ? undefined : uploadLimit * 1_000_000,
  };
}
