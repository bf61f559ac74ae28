import { render } from 'preact';
import './styles/index.css';

const root = document.getElementById('app');
if (root) {
  render(<p>Conference</p>, root);
}
