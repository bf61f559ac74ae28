import type { ConferenceModel, SettingsModel } from '../../../state/model';
import { useMessageAnnouncements } from '../../chat/useMessageAnnouncements';

interface Props {
  readonly conference: ConferenceModel;
  readonly settings: SettingsModel;
  readonly isChatOpen: boolean;
}

/** Reads new messages out while the chat is closed, for those who want that. A part of its own: only it follows every message. */
export function MessageAnnouncer({ conference, settings, isChatOpen }: Props) {
  const { announceMessages } = settings.settings.value;
  useMessageAnnouncements(conference.chat, announceMessages && !isChatOpen);
  return null;
}
