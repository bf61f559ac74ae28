import { Icon } from './Icon';

export const Spinner = ({ size = 20 }: { readonly size?: 16 | 20 | 24 }) => (
  <Icon name="loader" size={size} class="spin" />
);
