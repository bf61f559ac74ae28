import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string | undefined;
  /** What one can do now. */
  readonly children: ComponentChildren;
}

/** A whole page that says one thing. */
export function MessagePage({ icon, title, text, children }: Props) {
  return (
    <main id="main" class="page" tabIndex={-1}>
      <div class="card blank message">
        <span class="ico">
          <Icon name={icon} size={24} />
        </span>
        <h1>{title}</h1>
        {text && <p>{text}</p>}
        <div class="row">{children}</div>
      </div>
    </main>
  );
}
