export { ChatPanel } from './ChatPanel';
export { useMessageAnnouncements } from './useMessageAnnouncements';
