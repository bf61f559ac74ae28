/** One connection to the hub, used once: a broken link is replaced, never started again. */
export interface HubLink {
  start(): Promise<void>;
  stop(): Promise<void>;
  invoke(method: string, ...values: unknown[]): Promise<unknown>;
  on(method: string, handler: (message: unknown) => void): void;
  onClose(handler: () => void): void;
}

export type Transport = 'webSocket' | 'longPolling';
export type HubLinkFactory = (transport: Transport) => HubLink;
