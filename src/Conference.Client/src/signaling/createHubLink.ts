import {
  HttpTransportType,
  HubConnectionBuilder,
  LogLevel,
  type IHttpConnectionOptions,
  type ILogger,
} from '@microsoft/signalr';
import { log } from '../log';
import type { HubLink, Transport } from './HubLink';

const keepAliveMilliseconds = 5_000;
const timeoutMilliseconds = 15_000;

const logger: ILogger = {
  log: (level, message) => {
    if (level >= LogLevel.Warning) {
      log.warn(message);
    }
  },
};

const options: Record<Transport, IHttpConnectionOptions> = {
  webSocket: { transport: HttpTransportType.WebSockets, skipNegotiation: true },
  longPolling: { transport: HttpTransportType.LongPolling },
};

/** A link to the hub of the server this page came from. */
export function createHubLink(transport: Transport): HubLink {
  const connection = new HubConnectionBuilder()
    .withUrl('/hub', { ...options[transport], logger })
    .withKeepAliveInterval(keepAliveMilliseconds)
    .withServerTimeout(timeoutMilliseconds)
    .configureLogging(logger)
    .build();
  return {
    start: () => connection.start(),
    stop: () => connection.stop(),
    invoke: (method, ...values) => connection.invoke<unknown>(method, ...values),
    on: (method, handler) => connection.on(method, handler),
    onClose: (handler) => connection.onclose(handler),
  };
}
