import { render } from 'preact';
import { App } from './app/App';
import { followLanguage, followSettings } from './app/appearance';
import { rememberFocus } from './hooks';
import { rooms, session, settings } from './state';
import './styles/index.css';
import { followAddress } from './ui/routing';

async function start(root: HTMLElement): Promise<void> {
  followSettings(settings);
  followAddress();
  rememberFocus();
  await followLanguage(settings);
  render(<App rooms={rooms} session={session} settings={settings} />, root);
}

const root = document.getElementById('app');
if (root) {
  void start(root);
}
