import { loudness } from './loudness';
import type { MediaPlatform } from './MediaPlatform';

const intervalMilliseconds = 67;

/** How loud a microphone is, at most 15 times a second. It listens to a copy of the track, which a mute does not silence. */
export class LevelMeter {
  private readonly closing = new AbortController();
  private readonly context: AudioContext;
  private readonly copy: MediaStreamTrack;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(track: MediaStreamTrack, platform: MediaPlatform, onLevel: (level: number) => void) {
    this.copy = track.clone();
    this.copy.enabled = true;
    this.context = platform.createAudioContext();
    const analyser = this.context.createAnalyser();
    analyser.fftSize = 1024;
    this.context.createMediaStreamSource(platform.createStream([this.copy])).connect(analyser);
    platform.onGesture(() => void this.context.resume(), this.closing.signal);
    const samples = new Float32Array(analyser.fftSize);
    this.timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      onLevel(loudness(samples));
    }, intervalMilliseconds);
  }

  close(): void {
    this.closing.abort();
    clearInterval(this.timer);
    this.copy.stop();
    void this.context.close();
  }
}
