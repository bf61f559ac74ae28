import { Segmenter } from './Segmenter';

/** The background keeps this many columns: enough for light and colour, too few for a face or a letter. */
const columns = 48;

type Pen = OffscreenCanvasRenderingContext2D;

function penOf(canvas: OffscreenCanvas): Pen {
  const pen = canvas.getContext('2d');
  if (!pen) {
    throw new Error('This browser draws nothing outside of the page.');
  }
  return pen;
}

/** Keeps people as they are and blurs what is behind them. */
export class Blurrer {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly pen = penOf(this.canvas);
  /** How long the people of the last picture were looked for, in milliseconds. */
  segmenting = 0;
  private readonly small = new OffscreenCanvas(1, 1);
  private readonly smallPen = penOf(this.small);

  private constructor(private readonly segmenter: Segmenter) {}

  static async load(): Promise<Blurrer> {
    return new Blurrer(await Segmenter.load());
  }

  /** The canvas with the blurred picture, until the next one. */
  blur(picture: CanvasImageSource, width: number, height: number): OffscreenCanvas {
    this.resize(width, height);
    const started = performance.now();
    const mask = this.segmenter.segment(picture);
    this.segmenting = performance.now() - started;
    const { pen } = this;
    pen.globalCompositeOperation = 'copy';
    pen.drawImage(mask, 0, 0, width, height);
    mask.close();
    pen.globalCompositeOperation = 'source-in';
    pen.drawImage(picture, 0, 0, width, height);
    this.smallPen.drawImage(picture, 0, 0, this.small.width, this.small.height);
    pen.globalCompositeOperation = 'destination-over';
    pen.drawImage(this.small, 0, 0, width, height);
    return this.canvas;
  }

  private resize(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) {
      return;
    }
    Object.assign(this.canvas, { width, height });
    const rows = Math.max(1, Math.round((columns * height) / width));
    Object.assign(this.small, { width: columns, height: rows });
    this.pen.imageSmoothingQuality = 'high';
    this.smallPen.imageSmoothingQuality = 'high';
  }
}
