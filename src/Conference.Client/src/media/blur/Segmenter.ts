import graphUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url';
import modelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import createMediaPipe, {
  type Graph,
  type MediaPipe,
} from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js';
import wasmUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url';
import { MaskCanvas } from './MaskCanvas';

/** What the model was trained on; a picture is made as small before it is looked at. */
const size = { width: 256, height: 144 };

const modelPath =
  'third_party/mediapipe/modules/selfie_segmentation/selfie_segmentation_landscape.tflite';
const noValue = { valueNumber: 0, valueBoolean: false, valueString: '' };

/** The model for wide pictures, and no graphics chip for its arithmetic: it is small, and chips differ. */
const options = [
  {
    ...noValue,
    calculatorType: 'ConstantSidePacketCalculator',
    calculatorName: 'ConstantSidePacketCalculatorModelSelection',
    calculatorIndex: 0,
    fieldName: 'int_value',
    valueNumber: 1,
  },
  {
    ...noValue,
    calculatorType: 'InferenceCalculator',
    calculatorName: '',
    calculatorIndex: 0,
    fieldName: 'use_cpu_inference',
    valueBoolean: true,
  },
];

async function bytesOf(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`A part of the blur was answered with ${response.status}.`);
  }
  return response.arrayBuffer();
}

/** Tells which parts of a picture are people. Drives the package's WebAssembly without its own script, which wants a page around it. */
export class Segmenter {
  private readonly input = new OffscreenCanvas(size.width, size.height);
  private readonly pen = this.input.getContext('2d', { alpha: false });
  private readonly texture: number;
  private mask: ImageBitmap | undefined;

  private constructor(
    private readonly mediaPipe: MediaPipe,
    private readonly graph: Graph,
    private readonly canvas: MaskCanvas,
  ) {
    this.texture = mediaPipe.createTexture();
    this.listen();
  }

  static async load(): Promise<Segmenter> {
    const [mediaPipe, graphBytes, model] = await Promise.all([
      createMediaPipe({ locateFile: () => wasmUrl }),
      bytesOf(graphUrl),
      bytesOf(modelUrl),
    ]);
    const canvas = new OffscreenCanvas(1, 1);
    mediaPipe.canvas = canvas;
    const context = mediaPipe.GL.createContext(canvas, { majorVersion: 2, alpha: true });
    mediaPipe.GL.makeContextCurrent(context);
    const graph = new mediaPipe.SolutionWasm();
    graph.loadGraph(graphBytes);
    const segmenter = new Segmenter(mediaPipe, graph, new MaskCanvas(canvas));
    graph.overrideFile(modelPath, model);
    segmenter.configure();
    return segmenter;
  }

  /** The people of a picture as a mask: opaque where they are. Close it after use. */
  segment(picture: CanvasImageSource): ImageBitmap {
    this.pen?.drawImage(picture, 0, 0, size.width, size.height);
    this.canvas.beforeBinding();
    this.mediaPipe.bindTexture2d(this.texture);
    this.canvas.upload(this.input);
    this.mediaPipe.bindTexture2d(0);
    const packets = new this.mediaPipe.PacketDataList();
    const timestamp = performance.now() * 1_000;
    packets.pushTexture2d({ ...size, glName: this.texture, stream: 'input_frames_gpu', timestamp });
    // The listener is called before this returns.
    this.graph.send(packets);
    packets.delete();
    const { mask } = this;
    this.mask = undefined;
    if (!mask) {
      throw new Error('No mask came for a picture.');
    }
    return mask;
  }

  private configure(): void {
    const list = new this.mediaPipe.GraphOptionChangeRequestList();
    options.forEach((option) => list.push_back(option));
    this.graph.changeOptions(list);
    list.delete();
  }

  private listen(): void {
    const streams = new this.mediaPipe.StringList();
    streams.push_back('segmentation_mask');
    const listener = this.mediaPipe.PacketListener.implement({
      onResults: (results) => {
        const texture = results.get(0);
        this.canvas.beforeBinding();
        this.mediaPipe.bindTexture2d(texture.glName);
        this.mask = this.canvas.draw(texture.width, texture.height);
        this.mediaPipe.bindTexture2d(0);
        texture.delete();
      },
    });
    this.graph.attachMultiListener(streams, listener);
    streams.delete();
  }
}
