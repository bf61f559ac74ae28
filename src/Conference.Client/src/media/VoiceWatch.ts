import { computed, signal } from '@preact/signals-core';
import { LevelMeter } from './LevelMeter';
import type { MediaPlatform } from './MediaPlatform';
import { MutedSpeech } from './MutedSpeech';
import { SpeakingDetector } from './SpeakingDetector';

/** How much of the scale the level falls between two looks: a meter that falls at once flickers, and cannot be read. */
const fall = 0.05;

/** Listens to the own microphone: how loud, whether that is speech, and whether it is speech that nobody hears. */
export class VoiceWatch {
  /** Whether others hear nothing. */
  muted = false;
  readonly level = signal(0);
  private meter: LevelMeter | undefined;
  private readonly detector = new SpeakingDetector();
  private readonly mutedSpeech = new MutedSpeech();

  constructor(
    private readonly platform: MediaPlatform,
    private readonly onMutedSpeech: () => void,
  ) {}

  readonly speaking = computed(() => this.detector.speaking.value);

  follow(track: MediaStreamTrack | undefined): void {
    this.meter?.close();
    this.meter = track && new LevelMeter(track, this.platform, (level) => this.listen(level));
    this.level.value = 0;
  }

  close(): void {
    this.follow(undefined);
  }

  private listen(level: number): void {
    this.level.value = Math.max(level, this.level.peek() - fall, 0);
    const now = performance.now();
    this.detector.listen(level, now);
    if (this.mutedSpeech.listen(this.muted && this.detector.speaking.peek(), now)) {
      this.onMutedSpeech();
    }
  }
}
