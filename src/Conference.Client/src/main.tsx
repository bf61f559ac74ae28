import { render } from 'preact';

render(<p>Conference</p>, document.body);
