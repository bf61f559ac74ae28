import type { ComponentChildren } from 'preact';
import { classNames } from './classNames';

interface Props {
  readonly tone?: 'accent' | 'ok' | 'warn' | 'danger';
  readonly class?: string;
  readonly children: ComponentChildren;
}

export const Chip = ({ tone, class: extra, children }: Props) => (
  <span class={classNames('chip', tone, extra)}>{children}</span>
);
