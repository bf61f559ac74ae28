import { assumedWish } from './assumedWish';
import { HeardWish } from './HeardWish';
import { MachineLoad, smoothFrameRateFor, type Machine } from './MachineLoad';
import type { SendingStats, SentPicture } from './readSendingStats';
import { UploadEstimate } from './UploadEstimate';
import { planUpload, type Encoding, type PictureSource, type ReceiverPlan } from './uploadPlan';
import type { Wish } from './wish';

/** What a person decided about sending. */
export interface UploadChoice {
  /** Bits a second for everything to everybody; undefined: what the network carries. */
  readonly limit: number | undefined;
  readonly video: 'auto' | 'saver' | 'audioOnly';
}

export interface PictureSources {
  readonly camera: PictureSource | undefined;
  readonly screen: PictureSource | undefined;
}

interface PictureRates {
  readonly sent: number;
  readonly source: number;
  readonly wanted: number;
}

const limitedLooks = 5;
const saver = { upload: 600_000, pixelRate: 0.3 };

/** Decides how every receiver is sent every picture: by what they wish, what the network carries, what the machine can do, and what its person wants. */
export class UploadControl {
  private readonly heard = new Map<string, HeardWish>();
  private readonly estimate = new UploadEstimate();
  private readonly load: MachineLoad;
  private plans: ReadonlyMap<string, ReceiverPlan> = new Map();
  private sources: PictureSources = { camera: undefined, screen: undefined };
  private choice: UploadChoice = { limit: undefined, video: 'auto' };
  private encodeSeconds = new Map<string, number>();
  private lookedAt: number | undefined;
  private limited = 0;

  constructor(
    machine: Machine,
    /** The plan is not what it was. */
    private readonly onChange: () => void,
  ) {
    this.load = new MachineLoad(machine);
  }

  choose(choice: UploadChoice): void {
    this.choice = choice;
    this.onChange();
  }

  hear(id: string, wish: unknown): void {
    const heard = this.heard.get(id) ?? new HeardWish(this.onChange);
    this.heard.set(id, heard);
    heard.hear(wish);
  }

  forget(id: string): void {
    this.heard.get(id)?.close();
    this.heard.delete(id);
  }

  plan(ids: readonly string[], sources: PictureSources): ReadonlyMap<string, ReceiverPlan> {
    const assumed = assumedWish(ids.length);
    const wishes = new Map<string, Wish>(
      ids.map((id) => [id, this.heard.get(id)?.value ?? assumed]),
    );
    const saves = this.choice.video === 'saver';
    this.sources = sources;
    this.plans = planUpload({
      upload: Math.min(
        this.estimate.bitsPerSecond,
        this.choice.limit ?? Infinity,
        saves ? saver.upload : Infinity,
      ),
      pixelRate: this.load.pixelRate * (saves ? saver.pixelRate : 1),
      frameRate: this.load.frameRateFor(ids.length),
      camera: this.choice.video === 'audioOnly' ? undefined : sources.camera,
      screen: sources.screen,
      wishes,
    });
    return this.plans;
  }

  /** To be called once a second with what every connection says. */
  measure(sending: ReadonlyMap<string, SendingStats>, now: number): void {
    const seconds = (now - (this.lookedAt ?? now)) / 1_000;
    this.lookedAt = now;
    this.measureNetwork([...sending.values()]);
    if (seconds > 0) {
      this.measureMachine(sending, seconds);
    } else {
      this.encodingSince(pictures(sending));
    }
    this.onChange();
  }

  private measureNetwork(sending: readonly SendingStats[]): void {
    const limited = sending.filter((one) => isLimitedBy(one.pictures, 'bandwidth'));
    // One receiver's poor network is not the own one's fault.
    this.limited = limited.length * 2 > sending.length ? this.limited + 1 : 0;
    const carried = sending.reduce((sum, one) => sum + (one.carried ?? 0), 0);
    this.estimate.follow({
      carried: carried === 0 ? undefined : carried,
      limited: this.limited >= limitedLooks,
    });
  }

  private measureMachine(sending: ReadonlyMap<string, SendingStats>, seconds: number): void {
    const all = pictures(sending);
    const rates = [...sending].flatMap(([id, one]) => this.ratesOf(id, one));
    this.load.follow({
      encoding: this.encodingSince(all) / seconds,
      limited: isLimitedBy(all, 'cpu'),
      kept: Math.min(
        1,
        ...rates.map(({ sent, source, wanted }) => sent / Math.min(source, wanted)),
      ),
      brought: this.broughtOf(rates.map(({ source }) => source)),
      pixelRate: this.plannedPixelRate(),
    });
  }

  private encodingSince(all: readonly SentPicture[]): number {
    const former = this.encodeSeconds;
    this.encodeSeconds = new Map(all.map(({ id, encodeSeconds }) => [id, encodeSeconds]));
    return all.reduce(
      (sum, { id, encodeSeconds }) =>
        sum + Math.max(0, encodeSeconds - (former.get(id) ?? encodeSeconds)),
      0,
    );
  }

  /** What was sent, what its source brought, which may be less in the dark or of a screen that stands still, and what was wanted. */
  private ratesOf(id: string, { pictures }: SendingStats): readonly PictureRates[] {
    const { camera, screen } = this.plans.get(id) ?? {};
    const planned = [camera, screen].flatMap((one) => (one?.active ? [one.maxFramerate] : []));
    return pictures
      .filter(({ active, sourceRate }) => active && sourceRate > 0)
      .map(({ framesPerSecond, sourceRate }) => ({
        sent: framesPerSecond,
        source: sourceRate,
        wanted: Math.min(...planned),
      }));
  }

  private broughtOf(sourceRates: readonly number[]): number {
    const { camera } = this.sources;
    const wanted = Math.min(camera?.frameRate ?? 0, smoothFrameRateFor(this.plans.size));
    return wanted > 0 && sourceRates.length > 0
      ? Math.min(1, Math.max(...sourceRates) / wanted)
      : 1;
  }

  private plannedPixelRate(): number {
    const { camera, screen } = this.sources;
    return [...this.plans.values()].reduce(
      (sum, plan) => sum + pixelRateOf(plan.camera, camera) + pixelRateOf(plan.screen, screen),
      0,
    );
  }
}

const pictures = (sending: ReadonlyMap<string, SendingStats>): readonly SentPicture[] =>
  [...sending].flatMap(([id, one]) =>
    one.pictures.map((picture) => ({ ...picture, id: `${id} ${picture.id}` })),
  );

const isLimitedBy = (all: readonly SentPicture[], reason: string): boolean =>
  all.some(({ active, limitedBy }) => active && limitedBy === reason);

const pixelRateOf = (
  { active, scaleResolutionDownBy, maxFramerate }: Encoding,
  source: PictureSource | undefined,
): number =>
  active && source
    ? ((source.width * source.height) / scaleResolutionDownBy ** 2) * maxFramerate
    : 0;
