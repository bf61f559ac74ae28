import { ConferenceError } from './ConferenceError';
import type {
  AuditPage,
  ChangeSettingsRequest,
  CheckIceServers,
  ErrorCode,
  HistoryInfo,
  HostLink,
  MessageDays,
  MessagePage,
  RoomInfo,
  RoomLink,
  RoomListItem,
  RoomSettingsInfo,
  SearchResult,
  SessionInfo,
} from './protocol.generated';

export interface MessageQuery {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly around?: number | undefined;
  /** An instant: the first message at or after it. */
  readonly from?: string | undefined;
  readonly person?: string | undefined;
  readonly limit?: number | undefined;
}

const noContent = 204;

type Parameters = Readonly<Record<string, string | number | undefined>>;

function queryText(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) {
      query.set(name, String(value));
    }
  }
  return query.size > 0 ? `?${query.toString()}` : '';
}

async function readProblem(response: Response): Promise<ConferenceError> {
  const fallback: ErrorCode = response.status === 429 ? 'too_fast' : 'server_fault';
  try {
    const problem = (await response.json()) as { code?: ErrorCode; detail?: string };
    return new ConferenceError(problem.code ?? fallback, problem.detail ?? response.statusText);
  } catch (cause) {
    return new ConferenceError(fallback, `HTTP ${response.status}`, { cause });
  }
}

/** Everything about rooms that is not live, and who asks. Fails with `ConferenceError` alone, or with an `AbortError` when it was told to stop. */
export class RoomsApi {
  constructor(private readonly fetcher: typeof fetch = (...request) => fetch(...request)) {}

  create(title: string): Promise<RoomInfo> {
    return this.call('POST', '', { title });
  }

  list(signal?: AbortSignal): Promise<readonly RoomListItem[]> {
    return this.call('GET', '', undefined, signal);
  }

  info(code: string, signal?: AbortSignal): Promise<RoomInfo> {
    return this.call('GET', `/${encodeURIComponent(code)}`, undefined, signal);
  }

  rename(code: string, title: string): Promise<RoomInfo> {
    return this.call('PATCH', `/${encodeURIComponent(code)}`, { title });
  }

  history(code: string, signal?: AbortSignal): Promise<HistoryInfo> {
    return this.call('GET', `/${encodeURIComponent(code)}/history`, undefined, signal);
  }

  messages(code: string, query: MessageQuery, signal?: AbortSignal): Promise<MessagePage> {
    const path = `/${encodeURIComponent(code)}/messages${queryText({ ...query })}`;
    return this.call('GET', path, undefined, signal);
  }

  days(
    code: string,
    month: { readonly year: number; readonly month: number; readonly timeZone: string },
    signal?: AbortSignal,
  ): Promise<MessageDays> {
    const path = `/${encodeURIComponent(code)}/messages/days${queryText(month)}`;
    return this.call('GET', path, undefined, signal);
  }

  search(
    code: string,
    query: { readonly text: string; readonly person?: string | undefined },
    signal?: AbortSignal,
  ): Promise<SearchResult> {
    return this.call(
      'GET',
      `/${encodeURIComponent(code)}/search${queryText(query)}`,
      undefined,
      signal,
    );
  }

  settings(code: string, signal?: AbortSignal): Promise<RoomSettingsInfo> {
    return this.call('GET', `/${encodeURIComponent(code)}/settings`, undefined, signal);
  }

  changeSettings(code: string, change: ChangeSettingsRequest): Promise<RoomSettingsInfo> {
    return this.call('PATCH', `/${encodeURIComponent(code)}/settings`, change);
  }

  changeLink(code: string): Promise<RoomLink> {
    return this.call('POST', `/${encodeURIComponent(code)}/link`, undefined);
  }

  delete(code: string): Promise<void> {
    return this.call('DELETE', `/${encodeURIComponent(code)}`, undefined);
  }

  allowBack(code: string, personId: string): Promise<void> {
    const path = `/${encodeURIComponent(code)}/removed/${encodeURIComponent(personId)}`;
    return this.call('DELETE', path, undefined);
  }

  audit(code: string, signal?: AbortSignal): Promise<AuditPage> {
    return this.call('GET', `/${encodeURIComponent(code)}/audit`, undefined, signal);
  }

  makeHostLink(code: string): Promise<HostLink> {
    return this.call('POST', `/${encodeURIComponent(code)}/host-link`, undefined);
  }

  /** Uses the secret of a host link up: this browser is a host from then on. */
  becomeHost(code: string, secret: string, signal?: AbortSignal): Promise<void> {
    return this.call('POST', `/${encodeURIComponent(code)}/host-link/use`, { secret }, signal);
  }

  session(): Promise<SessionInfo> {
    return this.send('GET', '/api/session');
  }

  signOut(): Promise<SessionInfo> {
    return this.send('POST', '/api/session/sign-out');
  }

  /** What a page tries before a call: the credentials are good for a minute at most. */
  checkIceServers(): Promise<CheckIceServers> {
    return this.send('POST', '/api/check/ice-servers');
  }

  private call<T>(
    method: string,
    path: string,
    body: object | undefined,
    signal?: AbortSignal,
  ): Promise<T> {
    return this.send(method, `/api/rooms${path}`, body, signal);
  }

  private async send<T>(
    method: string,
    url: string,
    body?: object,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await this.request(url, {
      method,
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
      signal: signal ?? null,
    });
    if (!response.ok) {
      throw await readProblem(response);
    }
    return (response.status === noContent ? undefined : await response.json()) as T;
  }

  private async request(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.fetcher(url, init);
    } catch (cause) {
      if (init.signal?.aborted) {
        throw cause;
      }
      throw new ConferenceError('unreachable', 'The server cannot be reached.', { cause });
    }
  }
}
