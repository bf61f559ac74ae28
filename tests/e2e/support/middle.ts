import type { Page, WebSocketRoute } from '@playwright/test';

interface Signal {
  readonly description?: string;
  readonly candidates?: readonly string[];
  readonly note?: string;
}

interface HubMessage {
  readonly type: number;
  readonly target?: string;
  readonly invocationId?: string;
  readonly arguments?: readonly { readonly signal: Signal; readonly [field: string]: unknown }[];
}

interface MiddleWindow {
  readonly middle: {
    readonly takeOffer: (
      sdp: string,
    ) => Promise<{ readonly answer: string; readonly offer: string }>;
    readonly takeAnswer: (sdp: string) => Promise<void>;
    readonly addCandidates: (
      end: 'victim' | 'other',
      candidates: readonly string[],
    ) => Promise<void>;
  };
}

const separator = '\u001e';

/**
 * Who controls the hub and sits between two people: each of the two is connected to the middle instead, which has keys of its own and hands
 * picture, sound and notes on. To be opened before the victim joins, and it joins second: the later one offers.
 */
export async function sitBetween(middle: Page, victim: Page): Promise<void> {
  await middle.evaluate(installMiddle);
  await victim.routeWebSocket(/\/hub/, (socket) => {
    const server = socket.connectToServer();
    const attack = new Attack(middle, socket, server);
    socket.onMessage((text) => attack.fromVictim(String(text)));
    server.onMessage((text) => attack.fromServer(String(text)));
  });
}

class Attack {
  private work: Promise<void> = Promise.resolve();

  constructor(
    private readonly middle: Page,
    private readonly victim: WebSocketRoute,
    private readonly server: WebSocketRoute,
  ) {}

  fromVictim(text: string): void {
    this.each(text, (message) => this.replaceSent(message), this.server);
  }

  fromServer(text: string): void {
    this.each(text, (message) => this.replaceReceived(message), this.victim);
  }

  /** In order, whatever takes how long. */
  private each(
    text: string,
    replace: (message: HubMessage) => Promise<HubMessage | undefined>,
    to: WebSocketRoute,
  ): void {
    for (const part of text.split(separator).filter((one) => one !== '')) {
      this.work = this.work.then(async () => {
        const message = await replace(JSON.parse(part) as HubMessage);
        if (message) {
          to.send(JSON.stringify(message) + separator);
        }
      });
    }
  }

  private async replaceSent(message: HubMessage): Promise<HubMessage | undefined> {
    const [request] = message.arguments ?? [];
    if (message.target !== 'SendSignal' || !request || request.signal.note !== undefined) {
      return message;
    }
    const { description, candidates = [] } = request.signal;
    await this.add('victim', candidates);
    if (description === undefined) {
      this.victim.send(JSON.stringify({ type: 3, invocationId: message.invocationId }) + separator);
      return undefined;
    }
    const { answer, offer } = await this.middle.evaluate(
      (sdp) => (window as unknown as MiddleWindow).middle.takeOffer(sdp),
      sdpOf(description),
    );
    const { to: from, toInstance: fromInstance } = request;
    this.pretend({ from, fromInstance, signal: described('answer', answer) });
    return { ...message, arguments: [{ ...request, signal: described('offer', offer) }] };
  }

  private async replaceReceived(message: HubMessage): Promise<HubMessage | undefined> {
    const [event] = message.arguments ?? [];
    if (message.target !== 'SignalReceived' || !event || event.signal.note !== undefined) {
      return message;
    }
    const { description, candidates = [] } = event.signal;
    if (description !== undefined) {
      await this.middle.evaluate(
        (sdp) => (window as unknown as MiddleWindow).middle.takeAnswer(sdp),
        sdpOf(description),
      );
    }
    await this.add('other', candidates);
    return undefined;
  }

  private pretend(event: object): void {
    const message = { type: 1, target: 'SignalReceived', arguments: [event] };
    this.victim.send(JSON.stringify(message) + separator);
  }

  private async add(end: 'victim' | 'other', candidates: readonly string[]): Promise<void> {
    await this.middle.evaluate(
      ([side, all]) => (window as unknown as MiddleWindow).middle.addCandidates(side, all),
      [end, candidates] as const,
    );
  }
}

const sdpOf = (description: string): string => (JSON.parse(description) as { sdp: string }).sdp;

const described = (type: string, sdp: string): Signal => ({
  description: JSON.stringify({ type, sdp }),
});

function installMiddle(): void {
  const ends = { victim: new RTCPeerConnection(), other: new RTCPeerConnection() };
  const channels = Object.values(ends).map((end) =>
    end.createDataChannel('conference', { negotiated: true, id: 0 }),
  );
  channels.forEach((channel, index) => {
    channel.onmessage = ({ data }) => channels[1 - index]?.send(data as string);
  });
  const gathered = (end: RTCPeerConnection) =>
    new Promise<string>((resolve) => {
      const look = () =>
        end.iceGatheringState === 'complete' && resolve(end.localDescription?.sdp ?? '');
      end.addEventListener('icegatheringstatechange', look);
      look();
    });

  const middle: MiddleWindow['middle'] = {
    takeOffer: async (sdp) => {
      await ends.victim.setRemoteDescription({ type: 'offer', sdp });
      for (const transceiver of ends.victim.getTransceivers()) {
        const { receiver, sender } = transceiver;
        const onward = ends.other.addTransceiver(receiver.track, { direction: 'sendrecv' });
        transceiver.direction = 'sendrecv';
        await sender.replaceTrack(onward.receiver.track);
      }
      await ends.victim.setLocalDescription();
      await ends.other.setLocalDescription();
      const [answer, offer] = await Promise.all([gathered(ends.victim), gathered(ends.other)]);
      return { answer, offer };
    },
    takeAnswer: (sdp) => ends.other.setRemoteDescription({ type: 'answer', sdp }),
    addCandidates: async (end, candidates) => {
      for (const candidate of candidates) {
        await ends[end]
          .addIceCandidate(JSON.parse(candidate) as RTCIceCandidateInit)
          .catch(() => undefined);
      }
    },
  };
  Object.assign(window, { middle });
}
