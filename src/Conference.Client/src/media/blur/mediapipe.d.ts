// What the package's WebAssembly offers to its own script, as far as `Segmenter` uses it.
declare module '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js' {
  export interface PacketList {
    pushTexture2d(packet: {
      readonly glName: number;
      readonly width: number;
      readonly height: number;
      readonly stream: string;
      /** Microseconds, growing. */
      readonly timestamp: number;
    }): void;
    delete(): void;
  }

  export interface Texture {
    readonly glName: number;
    readonly width: number;
    readonly height: number;
    delete(): void;
  }

  export interface GraphOption {
    readonly calculatorType: string;
    readonly calculatorName: string;
    readonly calculatorIndex: number;
    readonly fieldName: string;
    readonly valueNumber: number;
    readonly valueBoolean: boolean;
    readonly valueString: string;
  }

  interface List<T> {
    push_back(item: T): void;
    delete(): void;
  }

  export interface Graph {
    loadGraph(graph: ArrayBuffer): void;
    overrideFile(path: string, content: ArrayBuffer): void;
    changeOptions(options: List<GraphOption>): void;
    attachMultiListener(streams: List<string>, listener: object): void;
    send(packets: PacketList): void;
  }

  export interface MediaPipe {
    canvas: OffscreenCanvas;
    readonly GL: {
      createContext(canvas: OffscreenCanvas, attributes: object): number;
      makeContextCurrent(context: number): void;
    };
    readonly SolutionWasm: new () => Graph;
    readonly PacketDataList: new () => PacketList;
    readonly StringList: new () => List<string>;
    readonly GraphOptionChangeRequestList: new () => List<GraphOption>;
    readonly PacketListener: {
      implement(listener: { onResults(results: { get(index: number): Texture }): void }): object;
    };
    createTexture(): number;
    bindTexture2d(name: number): void;
  }

  export default function createMediaPipe(options: {
    readonly locateFile: () => string;
  }): Promise<MediaPipe>;
}
