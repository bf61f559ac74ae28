import { effect, untracked } from '@preact/signals';
import { sayOfOwnRecording } from '../../../i18n/ownRecording';
import { log } from '../../../log';
import { freeDisk } from '../../../media/record/freeDisk';
import type { Recording } from '../../../media/record/recordings';
import { RecordingWriter } from '../../../media/record/RecordingWriter';
import { SoundMix } from '../../../media/record/SoundMix';
import { StreamRecorder } from '../../../media/record/StreamRecorder';
import { openWriteWorker } from '../../../media/record/workers';
import { toast } from '../../../ui/toast';
import { saveRecording } from '../../recordings/saveRecording';
import { SaidStanding } from './saidStanding';
import { soundsOf } from './soundsOf';
import { pictureInterval, StageFilm } from './StageFilm';
import type { RecordingOptions } from './useRecording';

const diskInterval = 5_000;

type Ending = 'ended' | 'full' | 'failed' | 'kept';

/** The place on the disk of a recording that has just begun. */
interface Held {
  readonly recording: Recording;
  readonly release: () => void;
}

/** One recording from its first picture until it is saved. */
export class CallRecording {
  private readonly film: StageFilm;
  private readonly mix = new SoundMix();
  private readonly standing: SaidStanding;
  private writer: RecordingWriter | undefined;
  private recorder: StreamRecorder | undefined;
  private stops: readonly (() => void)[] = [];
  private isWarned = false;
  private isOver = false;

  constructor(
    private readonly options: RecordingOptions,
    private readonly held: Held,
  ) {
    this.film = new StageFilm(options);
    this.standing = new SaidStanding(options.conference);
  }

  async start(): Promise<void> {
    try {
      this.writer = await RecordingWriter.open(
        openWriteWorker(),
        this.held.recording.id,
        pictureInterval,
        { onTick: () => this.film.draw(), onFailed: (reason) => this.fail(reason) },
      );
      this.record(this.writer);
    } catch (cause) {
      this.close();
      await this.writer?.close();
      throw cause;
    }
    this.watch();
  }

  /** Stops, and saves what is there. */
  end(why: Ending = 'ended'): void {
    if (!this.isOver) {
      this.isOver = true;
      toast(sayOfOwnRecording(why));
      void this.finish();
    }
  }

  private record(writer: RecordingWriter): void {
    const tracks = [this.film.track, this.mix.track].filter((track) => track !== undefined);
    this.recorder = new StreamRecorder(new MediaStream(tracks), {
      onPiece: (piece) => writer.write(piece),
      onFailed: (cause) => this.fail(cause),
    });
  }

  private watch(): void {
    const { conference } = this.options;
    const disk = setInterval(() => void this.checkDisk(), diskInterval);
    this.stops = [
      effect(() => this.mix.follow(soundsOf(conference))),
      effect(() => this.follow()),
      () => clearInterval(disk),
    ];
  }

  private follow(): void {
    const standing = this.standing.read();
    untracked(() => {
      if (standing === 'over') {
        const isKept = !this.options.conference.permissions.value.record;
        this.end(isKept ? 'kept' : 'ended');
      } else if (standing === 'sayAgain') {
        void this.sayAgain();
      }
    });
  }

  private async sayAgain(): Promise<void> {
    const refused = await this.options.conference.setRecording(true);
    if (refused !== undefined && refused !== 'unreachable') {
      this.end(refused === 'not_allowed' ? 'kept' : 'ended');
    }
  }

  private async checkDisk(): Promise<void> {
    const free = await freeDisk();
    if (free === 'full') {
      this.end('full');
    } else if (free === 'scarce' && !this.isWarned) {
      this.isWarned = true;
      toast(sayOfOwnRecording('scarce'));
    }
  }

  private fail(cause: unknown): void {
    log.warn('A recording failed.', cause);
    this.end('failed');
  }

  private async finish(): Promise<void> {
    const { conference, onEnded } = this.options;
    this.stops.forEach((stop) => stop());
    await this.recorder?.stop();
    this.close();
    onEnded();
    void conference.setRecording(false);
    await this.writer?.close();
    await saveRecording(this.held.recording);
    this.held.release();
  }

  private close(): void {
    this.film.close();
    void this.mix.close();
  }
}
