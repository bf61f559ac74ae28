import type { Page } from '@playwright/test';
import type { Recorded } from './media';

/** The page's connections go by way of a relay or not at all, whatever the product wants. */
export function relayOnly(): void {
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, iceTransportPolicy: 'relay' });
    }

    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration({ ...configuration, iceTransportPolicy: 'relay' });
    }
  };
}

/** Keeps what the page is told of others' addresses, in descriptions and beside them. */
export function keepCandidates(): void {
  const heard: string[] = [];
  Object.assign(window, { heardCandidates: heard });
  const keep = (text = '') => heard.push(...(text.match(/candidate:[^\r\n"]+/g) ?? []));
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      keep(description.sdp);
      return super.setRemoteDescription(description);
    }

    override addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
      keep(candidate.candidate);
      return super.addIceCandidate(candidate);
    }
  };
}

/** What was kept since the last time. */
export function takeCandidates(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as { heardCandidates: string[] }).heardCandidates.splice(0),
  );
}

/** How each connection of the page gets to the other side. */
export function paths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    const open = connections.filter((one) => one.connectionState === 'connected');
    return Promise.all(
      open.map(async (connection) => {
        const reports = [...(await connection.getStats()).values()] as {
          id: string;
          type: string;
          selectedCandidatePairId?: string;
          localCandidateId?: string;
          candidateType?: string;
          relayProtocol?: string;
        }[];
        const find = (id?: string) => reports.find((report) => report.id === id);
        const transport = reports.find(({ type }) => type === 'transport');
        const local = find(find(transport?.selectedCandidatePairId)?.localCandidateId);
        return `${local?.candidateType} over ${local?.relayProtocol}`;
      }),
    );
  });
}

/** The ICE servers that the page's first connection has now. */
export function iceServers(page: Page): Promise<RTCIceServer[]> {
  return page.evaluate(() => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    return connections[0]?.getConfiguration().iceServers ?? [];
  });
}

/** How many addresses at a relay a new connection gets from these servers. */
export function countRelays(page: Page, servers: readonly RTCIceServer[]): Promise<number> {
  return page.evaluate(async (given) => {
    const connection = new RTCPeerConnection({ iceServers: [...given] });
    let relays = 0;
    const gathered = new Promise<void>((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        relays += candidate?.type === 'relay' ? 1 : 0;
        if (candidate === null) {
          resolve();
        }
      });
    });
    connection.createDataChannel('');
    await connection.setLocalDescription();
    await gathered;
    connection.close();
    return relays;
  }, servers);
}
