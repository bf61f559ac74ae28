import { signal } from '@preact/signals-core';
import type { DeviceChoice, DeviceKind, DeviceList } from './LocalMediaModel';

const kinds: Readonly<Record<MediaDeviceKind, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/** The devices of this machine, as far as the browser tells: names only once one of them was allowed. */
export class DeviceDirectory {
  readonly list = signal<DeviceList>({ microphone: [], camera: [], speaker: [] });

  constructor(private readonly devices: MediaDevices | undefined) {}

  async refresh(): Promise<void> {
    const found = (await this.devices?.enumerateDevices()) ?? [];
    const list: Record<DeviceKind, DeviceChoice[]> = { microphone: [], camera: [], speaker: [] };
    for (const { kind, deviceId, label } of found) {
      if (deviceId !== '') {
        list[kinds[kind]].push({ id: deviceId, label });
      }
    }
    this.list.value = list;
  }

  /** Plugged in or out. */
  onChange(handler: () => void, until: AbortSignal): void {
    this.devices?.addEventListener('devicechange', handler, { signal: until });
  }
}
